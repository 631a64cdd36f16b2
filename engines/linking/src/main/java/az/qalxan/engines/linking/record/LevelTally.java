package az.qalxan.engines.linking.record;

/** Weights of the levels of one field, which become shares. */
final class LevelTally {

    private final double[] weights = new double[Level.COUNT];

    /** Begins with the same weight for every level in use. */
    LevelTally(Expectation expectation, double each) {
        for (int level = 0; level < Level.COUNT; level++) {
            weights[level] = expectation.shares()[level] > 0 ? each : 0;
        }
    }

    private LevelTally(double[] shares, double pairs) {
        for (int level = 1; level < Level.COUNT; level++) {
            weights[level] = pairs * shares[level];
        }
    }

    /** Begins with so many pairs that behave as expected. */
    static LevelTally expecting(Expectation expectation, double pairs) {
        return new LevelTally(expectation.shares(), pairs);
    }

    /** Begins with so many pairs that show these shares. */
    static LevelTally prior(double[] shares, double pairs) {
        return new LevelTally(shares, pairs);
    }

    void add(int level, double weight) {
        weights[level] += weight;
    }

    /** Shares among the pairs in which both cells are there; a missing cell is no evidence: 1. */
    double[] shares() {
        double total = 0;
        for (int level = 1; level < Level.COUNT; level++) {
            total += weights[level];
        }
        double[] shares = new double[Level.COUNT];
        for (int level = 1; level < Level.COUNT; level++) {
            shares[level] = weights[level] / total;
        }
        shares[Level.MISSING.ordinal()] = 1;
        return shares;
    }

    /** Logarithm, up to a constant, of how likely so many expected pairs show such shares. */
    static double density(double[] expected, double[] shares, double pairs) {
        double density = 0;
        for (int level = 1; level < Level.COUNT; level++) {
            if (expected[level] > 0) {
                density += pairs * expected[level] * StrictMath.log(shares[level]);
            }
        }
        return density;
    }
}
