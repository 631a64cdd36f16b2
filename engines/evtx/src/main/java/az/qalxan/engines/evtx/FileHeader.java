package az.qalxan.engines.evtx;

/**
 * What a file says of itself in its first 4 KiB.
 *
 * @param firstChunk the number of the oldest chunk
 * @param lastChunk the number of the newest chunk
 * @param nextRecord the identifier that the next record would have got
 * @param version such as 3.1
 * @param chunks how many chunks it counts
 * @param dirty whether the file was not closed, so that these figures may be old
 * @param full whether it reached its greatest size
 * @param sound whether the checksum fits
 */
public record FileHeader(
        long firstChunk,
        long lastChunk,
        long nextRecord,
        String version,
        int chunks,
        boolean dirty,
        boolean full,
        boolean sound) {

    static final int BLOCK_BYTES = 4096;

    private static final long SIGNATURE = 0x00656c_6946666c45L;
    private static final int CHECKED_BYTES = 120;

    /** The count has sixteen bits, too few for the greatest files. */
    boolean countsAllChunks() {
        return chunks > 0 && lastChunk < 0xffff;
    }

    static boolean begins(byte[] block) {
        return LittleEndian.i64(block, 0) == SIGNATURE;
    }

    static FileHeader of(byte[] block) {
        int flags = LittleEndian.i32(block, CHECKED_BYTES);
        return new FileHeader(
                LittleEndian.i64(block, 8),
                LittleEndian.i64(block, 16),
                LittleEndian.i64(block, 24),
                LittleEndian.u16(block, 38) + "." + LittleEndian.u16(block, 36),
                LittleEndian.u16(block, 42),
                (flags & 1) != 0,
                (flags & 2) != 0,
                LittleEndian.u32(block, CHECKED_BYTES + 4)
                        == Checksums.of(block, 0, CHECKED_BYTES));
    }
}
