package az.qalxan.engines.evtx;

import java.util.zip.CRC32;

/** The checksums that the format keeps. */
final class Checksums {

    private Checksums() {}

    static long of(byte[] bytes, int from, int count) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, count);
        return sum.getValue();
    }

    /** Of a chunk's header: what lies before the sum, and the tables after it. */
    static long ofChunkHeader(byte[] chunk) {
        CRC32 sum = new CRC32();
        sum.update(chunk, 0, 120);
        sum.update(chunk, 128, 384);
        return sum.getValue();
    }
}
