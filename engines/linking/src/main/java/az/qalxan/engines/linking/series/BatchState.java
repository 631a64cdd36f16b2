package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How far the reading of a batch is; what follows is begun anew after a break.
 *
 * @param reports so many are in the files
 * @param whole whether these are all
 * @param lengths of the files: heads, traits, keys
 */
record BatchState(int reports, boolean whole, long[] lengths) {

    private static final String NAME = "state";

    /** Of the files and of the rules of linking: what another version left is not gone on with. */
    private static final int VERSION = 2;

    static BatchState read(BatchFiles files, int keyFiles) throws IOException {
        if (files.has(NAME)) {
            try (DataInputStream in = files.read(NAME)) {
                if (in.readInt() == VERSION) {
                    return new BatchState(
                            in.readInt(), in.readBoolean(), lengths(in, 2 + keyFiles));
                }
            }
        }
        files.clear();
        return new BatchState(0, false, new long[2 + keyFiles]);
    }

    private static long[] lengths(DataInputStream in, int count) throws IOException {
        long[] lengths = new long[count];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.readLong();
        }
        return lengths;
    }

    void write(BatchFiles files) throws IOException {
        try (BatchFiles.Draft draft = files.write(NAME)) {
            DataOutputStream out = draft.out();
            out.writeInt(VERSION);
            out.writeInt(reports);
            out.writeBoolean(whole);
            for (long length : lengths) {
                out.writeLong(length);
            }
            draft.finish();
        }
    }
}
