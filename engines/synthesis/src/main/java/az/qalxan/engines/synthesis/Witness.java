package az.qalxan.engines.synthesis;

/**
 * The one report that is being written: what is true of it and the dice for the rest.
 *
 * @param number of the report
 * @param incident what happened
 * @param tongue the language of the story
 * @param money what was lost or asked for
 * @param bank the bank that the story speaks of
 * @param dice for everything that is drawn on the way
 */
record Witness(long number, Incident incident, Tongue tongue, Money money, Bank bank, Dice dice) {

    private static final double RING_BANK = 0.8;

    static Witness of(long number, Incident incident, long countrySeed) {
        Dice dice = Dice.of(incident.seed(countrySeed), 0);
        Ring ring = incident.ring();
        boolean usual = ring != null && dice.chance(RING_BANK);
        Bank bank = usual && ring != null ? ring.bank() : Bank.of(dice.below(1 << 20));
        return new Witness(
                number, incident, Tongue.pick(dice), Money.of(incident.crime(), dice), bank, dice);
    }

    /** The same witness, who tells it with other words. */
    Witness again(Dice others) {
        return new Witness(number, incident, tongue, money, bank, others);
    }

    /** Whole days between what happened and the report, by the wall clock. */
    long daysAgo() {
        return BakuTime.epochDay(incident.reportedAt()) - BakuTime.epochDay(incident.happenedAt());
    }

    /** Seed of the script that a ring follows, or 0 for a single offender. */
    long script() {
        Ring ring = incident.ring();
        return ring == null ? 0 : ring.script();
    }
}
