package az.qalxan.engines.linking.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports of a batch by ascending ids; each is found by its number. Safe for many threads. */
final class BatchReports implements AutoCloseable {

    private static final String HEADS = "heads";
    private static final String TRAITS = "traits";
    private static final int ID_BYTES = 16;
    private static final int HEAD_BYTES = 2 * ID_BYTES + 8 + 4;
    private static final UUID NO_SERIES = new UUID(0, 0);

    private final FileChannel heads;
    private final FileChannel traits;
    private final long[] places;
    private final int[] cells;

    /** Opens what was read of a source. */
    BatchReports(BatchFiles files, int count) throws IOException {
        this.heads = FileChannel.open(files.path(HEADS), StandardOpenOption.READ);
        this.traits = FileChannel.open(files.path(TRAITS), StandardOpenOption.READ);
        this.places = new long[count + 1];
        this.cells = new int[count];
        try (DataInputStream in = files.read(HEADS)) {
            for (int report = 0; report < count; report++) {
                in.skipNBytes(2 * ID_BYTES);
                places[report] = in.readLong();
                cells[report] = in.readInt();
            }
        }
        places[count] = traits.size();
    }

    int count() {
        return cells.length;
    }

    /** What a census counts of the report, see {@link CellCounts#cells}. */
    int cells(int report) {
        return cells[report];
    }

    UUID id(int report) {
        return uuid(read(heads, (long) report * HEAD_BYTES, ID_BYTES));
    }

    /** The series in which it stood so far. */
    @Nullable UUID series(int report) {
        UUID series = uuid(read(heads, (long) report * HEAD_BYTES + ID_BYTES, ID_BYTES));
        return series.equals(NO_SERIES) ? null : series;
    }

    /** The number of the report; below 0 when the source has none of that id. */
    int number(UUID id) {
        int from = 0;
        int to = count();
        while (from < to) {
            int middle = from + to >>> 1;
            int order = ReportOrder.compare(id(middle), id);
            if (order == 0) {
                return middle;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return -1;
    }

    private ReportTraits traits(int report) {
        int length = (int) (places[report + 1] - places[report]);
        ByteBuffer bytes = read(traits, places[report], length);
        UUID id = uuid(bytes);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return ReportTraits.fromBytes(id, rest);
    }

    List<ReportTraits> traits(int[] reports) {
        List<ReportTraits> found = new ArrayList<>(reports.length);
        for (int report : reports) {
            found.add(traits(report));
        }
        return found;
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new EOFException("A file of the batch ends too early.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        heads.close();
        traits.close();
    }

    /** Appends reports one after the other. */
    static final class Writer implements AutoCloseable {

        private final BatchFiles.Growing heads;
        private final BatchFiles.Growing traits;
        private long written;

        /** Goes on behind these lengths. */
        Writer(BatchFiles files, long headsLength, long traitsLength) throws IOException {
            this.heads = BatchFiles.append(files.path(HEADS), headsLength);
            this.traits = BatchFiles.append(files.path(TRAITS), traitsLength);
            this.written = traitsLength;
        }

        void write(ReportTraits report, @Nullable UUID series) throws IOException {
            DataOutputStream head = heads.out();
            writeUuid(head, report.id());
            writeUuid(head, series == null ? NO_SERIES : series);
            head.writeLong(written);
            head.writeInt(CellCounts.cells(report.circumstances()));
            byte[] bytes = report.toBytes();
            writeUuid(traits.out(), report.id());
            traits.out().write(bytes);
            written += ID_BYTES + bytes.length;
        }

        /** Makes sure that everything is on the disk; puts the two lengths first. */
        void save(long[] lengths) throws IOException {
            lengths[0] = heads.save();
            lengths[1] = traits.save();
        }

        @Override
        public void close() throws IOException {
            heads.close();
            traits.close();
        }
    }

    static void writeUuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }
}
