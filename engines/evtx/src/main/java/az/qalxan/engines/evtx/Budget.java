package az.qalxan.engines.evtx;

/**
 * How much work one chunk may cause. A chunk of 64 KiB may name a value thousands of times in a
 * template and that template in each of hundreds of records; honest ones stay far below.
 */
final class Budget {

    private static final int STEPS_MAX = 4_000_000;

    private int left = STEPS_MAX;

    void renew() {
        left = STEPS_MAX;
    }

    void spend(int steps) throws Flaw {
        left -= steps;
        if (left < 0) {
            left = 0;
            throw new Flaw("the chunk asks for more work than " + STEPS_MAX + " steps", 0);
        }
    }
}
