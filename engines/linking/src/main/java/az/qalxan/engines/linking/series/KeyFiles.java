package az.qalxan.engines.linking.series;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Which report holds which key, in files by the first bits of the key. */
final class KeyFiles {

    /** So many files; each is sorted in memory. */
    static final int FILES = 128;

    private static final int SHIFT = 57;
    private static final int ENTRY_BYTES = 13;
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

    private KeyFiles() {}

    static Path file(Path folder, int number) {
        return folder.resolve("keys-%03d".formatted(number));
    }

    /** Writes the keys of reports one after the other. */
    static final class Writer implements AutoCloseable {

        private final FileOutputStream[] files = new FileOutputStream[FILES];
        private final DataOutputStream[] outs = new DataOutputStream[FILES];
        private final long[] lengths;

        /** Goes on behind these lengths. */
        Writer(Path folder, long[] lengths) throws IOException {
            this.lengths = lengths.clone();
            for (int i = 0; i < FILES; i++) {
                files[i] = new FileOutputStream(file(folder, i).toFile(), true);
                files[i].getChannel().truncate(lengths[i]);
                outs[i] = new DataOutputStream(new BufferedOutputStream(files[i], 1 << 16));
            }
        }

        void write(ReportTraits report, int number) throws IOException {
            for (Trait trait : report.traits()) {
                if (trait.kind() != TraitKind.SCRIPT) {
                    int file = (int) (trait.key() >>> SHIFT);
                    outs[file].writeLong(trait.key());
                    outs[file].writeInt(number);
                    outs[file].writeByte(trait.kind().ordinal());
                    lengths[file] += ENTRY_BYTES;
                }
            }
        }

        long[] flush() throws IOException {
            for (int i = 0; i < FILES; i++) {
                outs[i].flush();
                files[i].getFD().sync();
            }
            return lengths.clone();
        }

        @Override
        public void close() throws IOException {
            for (DataOutputStream out : outs) {
                out.close();
            }
        }
    }

    /** Takes a key with all its holders, ascending. */
    @FunctionalInterface
    interface Taker {
        void take(long key, TraitKind kind, int[] holders);
    }

    /** Gives every key of a file that is held by more than one report, or by whatever is fewer. */
    static void forEach(Path folder, int number, int holdersMin, Taker taker) throws IOException {
        Path path = file(folder, number);
        int entries = Math.toIntExact(Files.size(path) / ENTRY_BYTES);
        long[] keys = new long[entries];
        long[] order = new long[entries];
        byte[] kinds = new byte[entries];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (int i = 0; i < entries; i++) {
                long at = (long) i * ENTRY_BYTES;
                keys[i] = bytes.get(LONG, at);
                kinds[i] = bytes.get(ValueLayout.JAVA_BYTE, at + 12);
                // The middle of the key sorts; the few that agree in it are told apart below.
                order[i] = (keys[i] << 7 & 0xFFFF_FFFF_0000_0000L) ^ Long.MIN_VALUE | i;
            }
            Arrays.sort(order);
            groups(new Sorted(keys, kinds, order, bytes), holdersMin, taker);
        }
    }

    private record Sorted(long[] keys, byte[] kinds, long[] order, MemorySegment bytes) {

        int report(int entry) {
            return bytes.get(INT, (long) entry * ENTRY_BYTES + 8);
        }
    }

    private static void groups(Sorted all, int holdersMin, Taker taker) {
        int from = 0;
        while (from < all.order.length) {
            int to = from + 1;
            while (to < all.order.length && all.order[to] >> 32 == all.order[from] >> 32) {
                to++;
            }
            if (to - from >= holdersMin) {
                group(all, from, to, holdersMin, taker);
            }
            from = to;
        }
    }

    private static void group(Sorted all, int from, int to, int holdersMin, Taker taker) {
        boolean[] done = new boolean[to - from];
        for (int i = from; i < to; i++) {
            if (done[i - from]) {
                continue;
            }
            int entry = (int) all.order[i];
            int[] holders = new int[to - i];
            int count = 0;
            for (int j = i; j < to; j++) {
                int other = (int) all.order[j];
                if (all.keys[other] == all.keys[entry]) {
                    done[j - from] = true;
                    holders[count] = all.report(other);
                    count++;
                }
            }
            if (count >= holdersMin) {
                TraitKind kind = TraitKind.values()[all.kinds[entry]];
                taker.take(all.keys[entry], kind, Arrays.copyOf(holders, count));
            }
        }
    }
}
