package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a log lives: files by path below one place. What was written is certain only after {@link
 * #sync}; until then a crash may leave it away or in pieces.
 */
public interface LogFiles {

    /** The files of a log in that folder, for one writer. */
    static LogFiles in(Path folder) {
        return new FolderFiles(folder);
    }

    /**
     * The bytes of that file, if it is there.
     *
     * @throws OversizedFile when it is larger than {@code bytesMax}
     * @throws IOException when it cannot be read
     */
    Optional<byte[]> read(String path, int bytesMax) throws IOException;

    /** Writes a file that no checkpoint needs yet; an earlier one of that path is replaced. */
    void write(String path, byte[] bytes) throws IOException;

    /** Returns when everything written so far would outlive a crash. */
    void sync() throws IOException;

    /** Replaces a file at one stroke: after a crash the earlier or the new one is there, whole. */
    void replace(String path, byte[] bytes) throws IOException;

    /** Forgets files that no checkpoint needs any more; they may stay. */
    void forget(String folder) throws IOException;
}
