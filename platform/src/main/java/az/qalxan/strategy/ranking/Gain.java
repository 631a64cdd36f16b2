package az.qalxan.strategy.ranking;

import org.jspecify.annotations.Nullable;

/**
 * What the score would rise by if a question were met in full, or by one level more.
 *
 * @param low at least, on the edition's scale
 * @param high at most
 * @param assumed under the assumption on weights; null where it is exact
 */
record Gain(Question question, double low, double high, @Nullable Double assumed) {

    private static final double SAME = 0.005;

    boolean exact() {
        return high - low < SAME;
    }

    /** By what it is put in order. */
    double figure() {
        return assumed == null ? low : assumed;
    }
}
