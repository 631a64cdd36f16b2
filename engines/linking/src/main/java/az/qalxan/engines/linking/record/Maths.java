package az.qalxan.engines.linking.record;

/** Logarithms to the base 2; StrictMath, so that every machine decides alike. */
final class Maths {

    private static final double LN_2 = StrictMath.log(2);

    private Maths() {}

    static double log2(double value) {
        return StrictMath.log(value) / LN_2;
    }

    static double exp2(double bits) {
        return StrictMath.exp(bits * LN_2);
    }

    /** The probability that odds of so many bits stand for. */
    static double probability(double bits) {
        return 1 / (1 + exp2(-bits));
    }
}
