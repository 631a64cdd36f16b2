package az.qalxan.engines.linking.record;

/**
 * Shares of the levels among cells of one person, before anything was learnt. A level with share 0
 * is not used by the kind.
 */
record Expectation(double[] shares) {

    private static final double SWAPPED_MIN = 0.01;

    /** Shares of {@link Level#VARIANT} to {@link Level#PART}, then the rest. */
    static Expectation of(double exact, double... others) {
        double[] shares = new double[Level.COUNT];
        shares[Level.EXACT.ordinal()] = exact;
        double rest = 1 - exact;
        for (int i = 0; i < others.length; i++) {
            shares[Level.VARIANT.ordinal() + i] = others[i];
            rest -= others[i];
        }
        shares[Level.DIFFERENT.ordinal()] = rest;
        return new Expectation(shares);
    }

    boolean uses(Level level) {
        return shares[level.ordinal()] > 0;
    }

    /** The same with at least some swaps, for the first field of a pair. */
    Expectation withSwap() {
        double[] kept = shares.clone();
        int swapped = Level.SWAPPED.ordinal();
        double more = Math.max(0, SWAPPED_MIN - kept[swapped]);
        kept[swapped] += more;
        kept[Level.EXACT.ordinal()] -= more;
        return new Expectation(kept);
    }

    /** The same without swaps, for a field that is in no pair. */
    Expectation withoutSwap() {
        double[] kept = shares.clone();
        kept[Level.DIFFERENT.ordinal()] += kept[Level.SWAPPED.ordinal()];
        kept[Level.SWAPPED.ordinal()] = 0;
        return new Expectation(kept);
    }
}
