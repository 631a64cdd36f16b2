package az.qalxan.engines.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * Where the chunks of one table lie.
 *
 * @param part the segment that holds table and chunks
 * @param entriesAt where the entries begin
 * @param base what every entry counts from
 * @param ordered whether its chunks lie behind those of the tables before it
 */
record ChunkTable(ImagePart part, long entriesAt, int count, long base, boolean ordered) {

    /** Of any tool the largest known has 65,534. */
    static final int ENTRIES_MAX = 1 << 22;

    static final int HEAD_BYTES = 24;
    static final int ENTRY_BYTES = 4;

    private static final long PACKED = 1L << 31;

    /** The entries, read anew. */
    Entries entries() throws IOException {
        byte[] bytes = part.read(entriesAt, count * ENTRY_BYTES);
        Fields fields = new Fields(bytes);
        long[] offsets = new long[count];
        boolean[] packed = new boolean[count];
        Arrays.fill(offsets, -1);
        long before = 0;
        boolean beyond = false;
        for (int i = 0; i < bytes.length / ENTRY_BYTES; i++) {
            long entry = fields.word(i * ENTRY_BYTES);
            beyond |= overflows(entry, before);
            packed[i] = !beyond && entry >= PACKED;
            before = beyond ? entry : entry & (PACKED - 1);
            offsets[i] = base + before;
        }
        return new Entries(offsets, packed);
    }

    /**
     * Beyond 2 GiB the highest bit belongs to the offset: some tools go on counting there and store
     * the rest unpacked. It shows by offsets that would fall back and do not when it is counted.
     */
    private static boolean overflows(long entry, long before) {
        return entry > before && before > PACKED / 2 && entry >= PACKED && entry - PACKED < before;
    }

    /**
     * Offsets in the segment, -1 where there is none.
     *
     * @param packed whether the chunk is deflated
     */
    record Entries(long[] offsets, boolean[] packed) {}
}
