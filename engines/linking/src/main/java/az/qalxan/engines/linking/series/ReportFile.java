package az.qalxan.engines.linking.series;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The traits of all reports of a batch in one file, found by their number. */
final class ReportFile implements AutoCloseable {

    /** Length of the traits, cells of the census, id, earlier series. */
    private static final int HEAD_BYTES = 4 + 4 + 16 + 16;

    private static final UUID NO_SERIES = new UUID(0, 0);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;
    private final long[] places;

    private ReportFile(Path file, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        this.places = new long[count];
        long at = 0;
        for (int report = 0; report < count; report++) {
            places[report] = at;
            at += HEAD_BYTES + bytes.get(INT, at);
        }
    }

    /** Opens what a writer has finished. */
    static ReportFile open(Path file, int count) throws IOException {
        return new ReportFile(file, count);
    }

    int count() {
        return places.length;
    }

    UUID id(int report) {
        return uuid(places[report] + 8);
    }

    /** Compares the ids of two reports. */
    int compare(int one, int other) {
        return ReportOrder.compare(id(one), id(other));
    }

    @Nullable UUID series(int report) {
        UUID series = uuid(places[report] + 24);
        return series.equals(NO_SERIES) ? null : series;
    }

    /** What a census counts of the report, see {@link CellCounts#cells}. */
    int cells(int report) {
        return bytes.get(INT, places[report] + 4);
    }

    private UUID uuid(long at) {
        return new UUID(bytes.get(LONG, at), bytes.get(LONG, at + 8));
    }

    ReportTraits traits(int report) {
        long at = places[report];
        byte[] read = new byte[bytes.get(INT, at)];
        MemorySegment.copy(
                bytes, ValueLayout.JAVA_BYTE, at + HEAD_BYTES, read, 0, read.length);
        return ReportTraits.fromBytes(id(report), read);
    }

    /** The numbers of these reports by ascending ids. */
    int[] sorted(int[] reports) {
        return Arrays.stream(reports)
                .boxed()
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Appends reports one after the other. */
    static final class Writer implements AutoCloseable {

        private final FileOutputStream file;
        private final DataOutputStream out;
        private long written;

        Writer(Path path, long length) throws IOException {
            this.file = new FileOutputStream(path.toFile(), true);
            file.getChannel().truncate(length);
            this.out = new DataOutputStream(new BufferedOutputStream(file, 1 << 20));
            this.written = length;
        }

        void write(ReportTraits report, @Nullable UUID series) throws IOException {
            byte[] traits = report.toBytes();
            out.writeInt(traits.length);
            out.writeInt(CellCounts.cells(report.circumstances()));
            writeUuid(report.id());
            writeUuid(series == null ? NO_SERIES : series);
            out.write(traits);
            written += HEAD_BYTES + traits.length;
        }

        private void writeUuid(UUID id) throws IOException {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }

        /** Makes sure that everything is on the disk and tells how long the file is. */
        long flush() throws IOException {
            out.flush();
            file.getFD().sync();
            return written;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
