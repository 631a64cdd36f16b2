package az.qalxan.engines.synthesis;

/** A stream of pseudo-random numbers that is the same on every machine (SplitMix64). */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT_STEP = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** An independent stream for every pair of seed and purpose. */
    static Dice of(long seed, long purpose) {
        return new Dice(mix(seed ^ mix(purpose + GOLDEN_GAMMA)));
    }

    /** A number between 0 inclusive and 1 exclusive that belongs to the pair. */
    static double unit(long seed, long purpose) {
        return of(seed, purpose).unit();
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser: a bijection of 64-bit numbers. */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    double unit() {
        return (next() >>> 11) * UNIT_STEP;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Standard normal number; StrictMath because Math may differ between machines. */
    double gauss() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Log-normal number with the given median and the deviation of its logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gauss());
    }
}
