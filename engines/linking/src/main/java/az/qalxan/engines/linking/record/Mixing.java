package az.qalxan.engines.linking.record;

import java.nio.charset.StandardCharsets;

/** Numbers that look random and depend on content alone; no security. */
final class Mixing {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Mixing() {}

    /** Stafford's variant 13 of the MurmurHash3 finaliser. */
    static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long mix(long first, long second) {
        return mix(mix(first) ^ second);
    }

    /** FNV-1a, then mixed. */
    static long hash(byte[] bytes, int start, int end) {
        long hash = FNV_OFFSET;
        for (int i = start; i < end; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Never 0 for a text, 0 for the empty one. */
    static int hash32(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = (int) (hash(bytes, 0, bytes.length) >>> 32);
        return hash == 0 ? 1 : hash;
    }

    /** A number from 0 to {@code bound} - 1. */
    static int below(long random, int bound) {
        return (int) (((random >>> 32) * bound) >>> 32);
    }
}
