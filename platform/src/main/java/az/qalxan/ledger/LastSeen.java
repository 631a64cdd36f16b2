package az.qalxan.ledger;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogFiles;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.TreeHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The last checkpoint that this machine signed or saw, kept outside of the database and of every
 * backup: an older or another log shows beside it.
 */
final class LastSeen {

    private static final String FILE = "last-seen";
    private static final int BYTES_MAX = 65_536;

    private final LogFiles files;

    LastSeen(DataFolder folder) {
        this.files = LogFiles.in(folder.subfolder("ledger"));
    }

    void remember(Checkpoint checkpoint) {
        try {
            files.replace(FILE, checkpoint.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember the last checkpoint", e);
        }
    }

    Optional<Checkpoint> last() throws IOException {
        return files.read(FILE, BYTES_MAX).flatMap(Checkpoint::parse);
    }

    /** How the stored log contradicts what was seen of it. */
    Optional<Hold> differs(LogHome home) throws IOException {
        return differs(last(), home);
    }

    /** How the stored log contradicts what had been seen of it before it was read. */
    static Optional<Hold> differs(Optional<Checkpoint> last, LogHome home) throws IOException {
        if (last.isEmpty() || last.get().head().size() == 0) {
            return Optional.empty();
        }
        TreeHead before = last.get().head();
        Optional<LogReader> now = home.reader();
        if (now.isEmpty() || now.get().checkpoint().head().size() < before.size()) {
            return Optional.of(Hold.SHORTER);
        }
        return now.get().head(before.size()).equals(before)
                ? Optional.empty()
                : Optional.of(Hold.OTHER);
    }
}
