package az.qalxan.engines.linking.record;

/**
 * The odds, in bits, that two units are one person: above 0 it is likelier than not. One scorer per
 * thread.
 */
final class PairScorer {

    /** Given for a pair that cannot reach the odds asked for. */
    static final double OUT_OF_REACH = Double.NEGATIVE_INFINITY;

    private static final int MISSING = Level.MISSING.ordinal();
    private static final int EXACT = Level.EXACT.ordinal();
    private static final int UNKNOWN = -1;

    private final Units units;
    private final PairLevels levels;
    private final TermFrequencies frequencies;
    private final Weights weights;
    private final int fields;
    private final int[] found;

    /** How much less telling than usual the values of a field are, in bits. */
    private final double[] shifts;

    private final double[] priors = new double[Hypotheses.COUNT];
    private final double[] odds = new double[Hypotheses.COUNT];

    PairScorer(PairLevels levels, TermFrequencies frequencies, Weights weights) {
        this.levels = levels;
        this.units = levels.units();
        this.frequencies = frequencies;
        this.weights = weights;
        this.fields = levels.fields();
        this.found = new int[fields];
        this.shifts = new double[fields];
        for (int i = 0; i < priors.length; i++) {
            priors[i] = weights.prior(i);
        }
    }

    /** The odds, or {@link #OUT_OF_REACH} when they are surely below {@code least}. */
    double bits(int first, int second, double least) {
        System.arraycopy(priors, 0, odds, 0, priors.length);
        for (int field = 0; field < fields; field++) {
            int a = units.cell(first, field);
            int b = units.cell(second, field);
            if (a == 0 || b == 0) {
                found[field] = MISSING;
            } else if (a == b) {
                found[field] = EXACT;
                shifts[field] = weights.usual(field, EXACT) - exact(field, a);
                add(field);
            } else {
                found[field] = UNKNOWN;
                for (int i = 0; i < odds.length; i++) {
                    odds[i] += weights.bestGain(i, field);
                }
            }
        }
        for (int field = 0; field < fields && Hypotheses.bound(odds) >= least; field++) {
            if (found[field] == UNKNOWN) {
                for (int i = 0; i < odds.length; i++) {
                    odds[i] -= weights.bestGain(i, field);
                }
                look(field, first, second);
                add(field);
            }
        }
        return Hypotheses.bound(odds) < least ? OUT_OF_REACH : result();
    }

    private void add(int field) {
        int level = found[field];
        for (int i = 0; i < odds.length && level != MISSING; i++) {
            odds[i] += weights.gain(i, field, level) - shifts[field];
        }
    }

    private double exact(int field, int value) {
        return weights.same(field, EXACT) + frequencies.bits(field, value);
    }

    /** Compares; a level less than equal never says more than that the values were equal. */
    private void look(int field, int first, int second) {
        int level = levels.level(field, first, second);
        found[field] = level;
        if (level == MISSING) {
            return;
        }
        double most = leastExact(field, first, second);
        if (level == Level.SWAPPED.ordinal()) {
            most += leastExact(levels.partner(field), first, second);
        }
        shifts[field] = Math.max(0, weights.usual(field, level) - most);
    }

    private double leastExact(int field, int first, int second) {
        return Math.min(
                exact(field, units.cell(first, field)), exact(field, units.cell(second, field)));
    }

    private double result() {
        double home = weights.personHome();
        double moved = weights.personMoved();
        double far = weights.strangersFar();
        double near = weights.strangersNear();
        double family = weights.households();
        for (int field = 0; field < fields; field++) {
            int level = found[field];
            if (level != MISSING) {
                double farShare = weights.far(field, level) + shifts[field];
                home += weights.same(field, level);
                moved += weights.moved(field, level);
                far += farShare;
                near += weights.near(field, level) + shifts[field];
                family += weights.shared(field) ? weights.household(field, level) : farShare;
            }
        }
        return sum(home, moved, Double.NEGATIVE_INFINITY) - sum(far, near, family);
    }

    /** Logarithm of the sum of what three logarithms stand for. */
    private static double sum(double first, double second, double third) {
        double most = Math.max(first, Math.max(second, third));
        return most
                + Maths.log2(
                        Maths.exp2(first - most)
                                + Maths.exp2(second - most)
                                + Maths.exp2(third - most));
    }
}
