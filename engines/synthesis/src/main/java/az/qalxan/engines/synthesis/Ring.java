package az.qalxan.engines.synthesis;

import org.jspecify.annotations.Nullable;

/**
 * A group of offenders: who planned it, how long it works and where its identifiers lie.
 *
 * @param id 1 for the ring that begins first
 * @param seed decides every habit of the ring
 * @param script seed of what its victims are told; another ring's when that was copied
 * @param crime what it commits
 * @param size how many victims report
 * @param life when it works
 * @param serialBase first serial of its stock of identifiers
 * @param bridge another ring whose identifier it borrows; absent for most
 */
record Ring(
        int id,
        long seed,
        long script,
        Crime crime,
        int size,
        Life life,
        long serialBase,
        @Nullable Ring bridge) {

    static final int SIZE_MIN = 2;

    private static final int VICTIMS_PER_LINE = 80;
    private static final int LINES_MAX = 4;
    private static final double MIXED_REUSE_MIN = 0.75;
    private static final double LOCAL_SHARE = 0.35;
    private static final double HOME_VICTIMS = 0.75;

    /**
     * Days of work.
     *
     * @param startDay days since the first day of the country
     * @param days how many days, one or more
     */
    record Life(int startDay, int days) {

        boolean covers(int day) {
            return day >= startDay && day < startDay + days;
        }
    }

    String name() {
        return "S" + Digits.padded(id, 6);
    }

    /** How many serials the stock takes. */
    long serials() {
        return serials(size, life.days());
    }

    static long serials(int size, int days) {
        return (days / Kind.ROTATION_DAYS_MIN + 3L) * lines(size);
    }

    /** Numbers, accounts or links that are in use at the same time. */
    private static int lines(int size) {
        return Math.min(LINES_MAX, 1 + size / VICTIMS_PER_LINE);
    }

    /** The serial of the identifier that the ring uses so many days after its beginning. */
    long serialAt(Kind kind, double day, Dice dice) {
        double inLife = Math.clamp(day, 0, life.days());
        long turn = (long) (inLife / kind.rotationDays(seed) + kind.rotationPhase(seed));
        return serialBase + turn * lines(size) + dice.below(lines(size));
    }

    double reuse(CountryPlan plan) {
        return plan.identifierReuse() == CountryPlan.MIXED_REUSE
                ? MIXED_REUSE_MIN + (1 - MIXED_REUSE_MIN) * Dice.unit(seed, 1)
                : plan.identifierReuse();
    }

    /** Where a victim lives: some rings work in one region, most in the whole country. */
    Region victimRegion(Dice dice) {
        Dice home = Dice.of(seed, 2);
        boolean local = home.chance(LOCAL_SHARE) && dice.chance(HOME_VICTIMS);
        return Region.pick(local ? home : dice);
    }

    /** The bank in whose name it mostly speaks. */
    Bank bank() {
        return Bank.of((int) (Dice.mix(script + 3) >>> 40));
    }
}
