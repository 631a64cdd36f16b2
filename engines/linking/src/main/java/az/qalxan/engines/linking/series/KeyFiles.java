package az.qalxan.engines.linking.series;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;

/** Which report holds which key, in files by the first bits of the key. */
final class KeyFiles implements AutoCloseable {

    private static final TraitKind[] KINDS = TraitKind.values();
    private static final int ENTRY_BYTES = 13;

    private final BatchFiles.Growing[] files;
    private final int shift;

    /** Goes on behind the lengths that begin there. */
    KeyFiles(BatchFiles folder, long[] lengths, int from) throws IOException {
        files = new BatchFiles.Growing[lengths.length - from];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(files.length);
        for (int i = 0; i < files.length; i++) {
            files[i] = BatchFiles.append(folder.path(name(i)), lengths[from + i]);
        }
    }

    private static String name(int file) {
        return "keys-%03d".formatted(file);
    }

    void write(ReportTraits report, int number) throws IOException {
        for (Trait trait : report.traits()) {
            DataOutputStream out = files[(int) (trait.key() >>> shift)].out();
            out.writeLong(trait.key());
            out.writeInt(number);
            out.writeByte(trait.kind().ordinal());
        }
    }

    /** Makes sure that everything is on the disk; puts the lengths behind that place. */
    void save(long[] lengths, int from) throws IOException {
        for (int i = 0; i < files.length; i++) {
            lengths[from + i] = files[i].save();
        }
    }

    static KeyTable read(BatchFiles folder, int file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(folder.path(name(file))));
        KeyTable table = new KeyTable(in.remaining() / ENTRY_BYTES);
        while (in.hasRemaining()) {
            long key = in.getLong();
            int holder = in.getInt();
            table.add(key, holder, KINDS[in.get()]);
        }
        return table;
    }

    /** They are not needed once the reports are grouped. */
    static void delete(BatchFiles folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.deleteIfExists(folder.path(name(i)));
        }
    }

    @Override
    public void close() throws IOException {
        for (BatchFiles.Growing file : files) {
            file.close();
        }
    }
}
