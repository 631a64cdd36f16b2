package az.qalxan.engines.synthesis;

/** Draws when something happens and when it is reported. */
final class IncidentTimes {

    private static final double DELAY_SIGMA = 1.15;
    private static final int DELAY_SECONDS_MIN = 300;
    private static final int DELAY_SECONDS_MAX = 150 * BakuTime.DAY_SECONDS;
    private static final int WAKING_HOUR = 8;
    private static final double NIGHT_SLEEPERS = 0.8;
    private static final int WEEKDAY_TRIES = 6;
    private static final int SHORT_DELAY_SECONDS = 8 * BakuTime.HOUR_SECONDS;

    private final long firstDay;
    private final long endAt;

    IncidentTimes(CountryPlan plan) {
        this.firstDay = plan.from().toEpochDay();
        this.endAt = BakuTime.at(plan.to().toEpochDay() + 1, 0);
    }

    /** The victim of a ring: it happens in the ring's hours, the report follows. */
    Incident ofRing(Ring ring, int ordinal, Dice dice) {
        long happened = ringHour(ring, dice);
        long reported = awake(happened + delay(ring.crime(), dice), dice);
        if (reported >= endAt) {
            reported = happened + (long) ((endAt - happened) * dice.unit());
        }
        return new Incident(ring.crime(), ring, ordinal, happened, reported);
    }

    private long ringHour(Ring ring, Dice dice) {
        Hours hours = ring.crime().pace().hours();
        long day = ringDay(ring, dice);
        for (int i = 0; i < WEEKDAY_TRIES; i++) {
            if (dice.chance(hours.dayWeight(BakuTime.dayOfWeek(day)))) {
                break;
            }
            day = ringDay(ring, dice);
        }
        return BakuTime.at(day, hours.secondOfDay(dice));
    }

    /** More in the middle of its life than at the ends. */
    private long ringDay(Ring ring, Dice dice) {
        double part = (dice.unit() + dice.unit()) / 2;
        return firstDay + ring.life().startDay() + (long) (part * ring.life().days());
    }

    /** A single report: it arrives on the given day, and happened before. */
    Incident single(int day, int ordinal, Dice dice) {
        Crime crime = Crime.single(dice);
        long reported = BakuTime.at(firstDay + day, Hours.REPORTING.secondOfDay(dice));
        long delay = delay(crime, dice);
        long happened = reported - delay;
        if (delay > SHORT_DELAY_SECONDS) {
            happened = usualHour(crime, reported, happened, dice);
        }
        return new Incident(crime, null, ordinal, happened, reported);
    }

    private static long usualHour(Crime crime, long reported, long around, Dice dice) {
        Hours hours = crime.pace().hours();
        long day = BakuTime.epochDay(around);
        while (!dice.chance(hours.dayWeight(BakuTime.dayOfWeek(day)))) {
            day--;
        }
        long happened = BakuTime.at(day, hours.secondOfDay(dice));
        return happened > reported - DELAY_SECONDS_MIN
                ? happened - BakuTime.DAY_SECONDS
                : happened;
    }

    private static long delay(Crime crime, Dice dice) {
        double hours = dice.logNormal(crime.pace().delayHours(), DELAY_SIGMA);
        return (long)
                Math.clamp(
                        hours * BakuTime.HOUR_SECONDS, DELAY_SECONDS_MIN, DELAY_SECONDS_MAX);
    }

    private static long awake(long instant, Dice dice) {
        int hour = BakuTime.hour(instant);
        boolean waits = hour < WAKING_HOUR && dice.chance(NIGHT_SLEEPERS);
        return waits
                ? instant
                        + (long) (WAKING_HOUR - hour) * BakuTime.HOUR_SECONDS
                        + dice.below(3 * BakuTime.HOUR_SECONDS)
                : instant;
    }
}
