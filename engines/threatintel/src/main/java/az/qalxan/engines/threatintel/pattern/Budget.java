package az.qalxan.engines.threatintel.pattern;

/** How much is reckoned for one pattern before it is given up. */
final class Budget {

    static final long STEPS_MAX = 20_000_000L;

    private long left;

    Budget(long steps) {
        left = steps;
    }

    void spend(long steps) throws TooLarge {
        left -= steps;
        if (left < 0) {
            throw new TooLarge("its observations can be bound in too many ways");
        }
    }
}
