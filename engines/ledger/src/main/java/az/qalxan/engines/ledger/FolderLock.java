package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that its taker has to itself, across processes. */
final class FolderLock {

    private static final String FILE = ".lock";

    private FolderLock() {}

    /**
     * Takes the folder, which must be there; closing the channel of the lock lets it go.
     *
     * @throws LogRefused with that reason when somebody has it
     */
    static FileLock take(Path folder, String taken) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new LogRefused(taken);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new LogRefused(taken);
        }
        return lock;
    }
}
