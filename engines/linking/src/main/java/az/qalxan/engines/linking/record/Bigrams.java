package az.qalxan.engines.linking.record;

/** Pairs of neighbouring letters that two values have in common. */
final class Bigrams {

    private static final int SLOTS = 1024;

    private Bigrams() {}

    /** Twice the common pairs by all pairs (Dice), from 0 to 1. */
    static double dice(ValuePool pool, int first, int second) {
        int pairsA = pool.length(first) - 1;
        int pairsB = pool.length(second) - 1;
        if (pairsA < 1 || pairsB < 1) {
            return 0;
        }
        byte[] counts = new byte[SLOTS];
        byte[] bytes = pool.bytes();
        for (int i = pool.start(first); i + 1 < pool.end(first); i++) {
            int slot = slot(bytes, i);
            counts[slot] += counts[slot] < Byte.MAX_VALUE ? 1 : 0;
        }
        int common = 0;
        for (int i = pool.start(second); i + 1 < pool.end(second); i++) {
            int slot = slot(bytes, i);
            if (counts[slot] > 0) {
                counts[slot]--;
                common++;
            }
        }
        return 2.0 * common / (pairsA + pairsB);
    }

    private static int slot(byte[] bytes, int at) {
        return ((bytes[at] * 31 + bytes[at + 1]) * 0x9E37 >>> 4) & (SLOTS - 1);
    }
}
