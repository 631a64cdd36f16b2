package az.qalxan.strategy.ranking;

/**
 * How far a question is met, between nothing and all: exactly, or at least and at most.
 *
 * @param low at least
 * @param high at most
 */
record Share(double low, double high) {

    static final Share NOTHING = new Share(0, 0);
    static final Share ALL = new Share(1, 1);

    Share {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("no share: " + low + " to " + high);
        }
    }

    static Share exactly(double share) {
        return new Share(share, share);
    }

    /** The better of two answers to one question. */
    Share or(Share other) {
        return new Share(Math.max(low, other.low), Math.max(high, other.high));
    }

    /** The same, if it counts at all. */
    Share perhaps() {
        return new Share(0, high);
    }

    boolean isFull() {
        return low >= 1;
    }

    boolean isNothing() {
        return high <= 0;
    }
}
