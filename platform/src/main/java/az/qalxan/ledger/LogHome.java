package az.qalxan.ledger;

import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogFiles;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the log is kept: in the database, or in the folder that {@code qalxan.ledger.folder} names,
 * which every instance must then see.
 */
@Component
class LogHome {

    static final String CHECKPOINT = "checkpoint";
    private static final int CHECKPOINT_BYTES_MAX = 65_536;

    private final JdbcClient jdbc;
    private final @Nullable Path folder;

    LogHome(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        String given = environment.getProperty("qalxan.ledger.folder", "");
        this.folder = given.isEmpty() ? null : Path.of(given).toAbsolutePath();
    }

    /** Whether what is written to the log becomes certain with the running transaction. */
    boolean joinsTransactions() {
        return folder == null;
    }

    LogFiles files() {
        return folder == null ? new DatabaseFiles(jdbc) : LogFiles.in(folder);
    }

    TransparencyLog open(NoteSigner signer) throws IOException {
        String origin = signer.key().name().value();
        return folder == null
                ? TransparencyLog.numbered(new DatabaseFiles(jdbc), signer, origin)
                : TransparencyLog.numbered(folder, signer, origin);
    }

    /** The newest checkpoint that is certain. */
    Optional<Checkpoint> checkpoint() throws IOException {
        return files().read(CHECKPOINT, CHECKPOINT_BYTES_MAX).flatMap(Checkpoint::parse);
    }

    /** Reads the log as its newest checkpoint sees it; empty before the first one. */
    Optional<LogReader> reader() throws IOException {
        return checkpoint().map(checkpoint -> new LogReader(files(), checkpoint));
    }
}
