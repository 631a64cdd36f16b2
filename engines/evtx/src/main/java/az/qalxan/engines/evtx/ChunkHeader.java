package az.qalxan.engines.evtx;

/** What a chunk says of itself in its first 128 bytes. */
record ChunkHeader(long firstRecord, long lastRecord, int freeOffset, int flags) {

    static final int CHUNK_BYTES = 65_536;
    static final int RECORDS_OFFSET = 512;

    private static final long SIGNATURE = 0x006b_6e68_4366_6c45L;
    private static final int NO_CHECKSUM = 4;

    static boolean begins(byte[] bytes, int at) {
        return LittleEndian.i64(bytes, at) == SIGNATURE;
    }

    static ChunkHeader of(byte[] chunk) {
        return new ChunkHeader(
                LittleEndian.i64(chunk, 24),
                LittleEndian.i64(chunk, 32),
                LittleEndian.i32(chunk, 48),
                LittleEndian.i32(chunk, 120));
    }

    boolean checksummed() {
        return (flags & NO_CHECKSUM) == 0;
    }

    /** Whether the offset where records end lies within the chunk. */
    boolean endsWithin(int limit) {
        return freeOffset >= RECORDS_OFFSET && freeOffset <= limit;
    }

    static boolean headerSound(byte[] chunk) {
        return LittleEndian.u32(chunk, 124) == Checksums.ofChunkHeader(chunk);
    }

    boolean recordsSound(byte[] chunk) {
        int bytes = freeOffset - RECORDS_OFFSET;
        return LittleEndian.u32(chunk, 52) == Checksums.of(chunk, RECORDS_OFFSET, bytes);
    }
}
