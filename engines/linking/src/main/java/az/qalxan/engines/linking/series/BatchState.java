package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far the reading of a batch is; what follows is begun anew after a break.
 *
 * @param reports so many are in the files
 * @param whole whether these are all
 * @param reportBytes length of the file of reports
 * @param keyBytes lengths of the files of keys
 */
record BatchState(long reports, boolean whole, long reportBytes, long[] keyBytes) {

    private static final String NAME = "state";
    private static final int VERSION = 1;

    static BatchState none() {
        return new BatchState(0, false, 0, new long[KeyFiles.FILES]);
    }

    /** What a run left in the folder; nothing when it is of another version. */
    static BatchState read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return none();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != VERSION) {
                return none();
            }
            long reports = in.readLong();
            boolean whole = in.readBoolean();
            long reportBytes = in.readLong();
            long[] keyBytes = new long[KeyFiles.FILES];
            for (int i = 0; i < keyBytes.length; i++) {
                keyBytes[i] = in.readLong();
            }
            return new BatchState(reports, whole, reportBytes, keyBytes);
        }
    }

    /** Takes effect whole or not at all. */
    void write(Path folder) throws IOException {
        Path file = folder.resolve(NAME + ".new");
        try (OutputStream stream = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(stream)) {
            out.writeInt(VERSION);
            out.writeLong(reports);
            out.writeBoolean(whole);
            out.writeLong(reportBytes);
            for (long bytes : keyBytes) {
                out.writeLong(bytes);
            }
        }
        Files.move(
                file,
                folder.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
