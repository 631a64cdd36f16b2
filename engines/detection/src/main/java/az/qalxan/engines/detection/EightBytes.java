package az.qalxan.engines.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array looked at as one number, of which the first byte is the lowest: most of
 * an event's bytes are only passed over, and so it costs an eighth.
 */
final class EightBytes {

    static final int COUNT = 8;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long MIXING = 0x9e37_79b9_7f4a_7c15L;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    static void put(byte[] bytes, int index, long eight) {
        LONGS.set(bytes, index, eight);
    }

    /** The byte eight times. */
    static long each(int b) {
        return (b & 0xff) * ONES;
    }

    /**
     * Marks the bytes that are the one that {@code each} repeats. The lowest mark is right; one
     * above it may be wrong.
     */
    static long marks(long eight, long each) {
        long zero = eight ^ each;
        return (zero - ONES) & ~zero & HIGHEST_BITS;
    }

    /** Which byte the lowest mark is at; 8 where there is none. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Only the first so many bytes, of fewer than eight. */
    static long head(long eight, int count) {
        return eight & ((1L << (8 * count)) - 1);
    }

    /** Marks the bytes that are not ASCII. */
    static long notAscii(long eight) {
        return eight & HIGHEST_BITS;
    }

    /** Makes capital letters small; right up to the first byte that is not ASCII. */
    static long fold(long eight) {
        long fromA = eight + each(0x80 - 'A');
        long behindZ = eight + each(0x80 - 'Z' - 1);
        return eight | ((fromA & ~behindZ & HIGHEST_BITS) >>> 2);
    }

    /** A number that is the same for the same bytes. */
    static int hash(byte[] bytes, int from, int until) {
        long hash = until - from;
        int i = from;
        for (; i + COUNT <= until; i += COUNT) {
            hash = (hash ^ at(bytes, i)) * MIXING;
        }
        long rest = 0;
        for (; i < until; i++) {
            rest = (rest << 8) | (bytes[i] & 0xff);
        }
        hash = (hash ^ rest) * MIXING;
        return (int) (hash >>> 32);
    }
}
