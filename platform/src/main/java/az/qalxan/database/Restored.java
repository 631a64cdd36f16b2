package az.qalxan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a data folder was made from a backup. It stands in a file besides the database, so that
 * nothing that goes on from an older state does so unseen.
 *
 * @param writtenAt when the backup was written
 * @param file the name of the backup
 */
public record Restored(Instant writtenAt, Instant restoredAt, String file) {

    private static final String PLACE = "ledger/restored";

    /** What is known of the restore that nobody has decided about yet. */
    public static Optional<Restored> in(DataFolder folder) {
        Path file = folder.path().resolve(PLACE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JsonMapper.shared().readValue(Files.readAllBytes(file), Restored.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " does not say what was restored", e);
        }
    }

    void keep(DataFolder folder) {
        folder.subfolder("ledger");
        Path file = folder.path().resolve(PLACE);
        try {
            Files.write(file, JsonMapper.shared().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Somebody has decided. */
    public static void decided(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.path().resolve(PLACE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
