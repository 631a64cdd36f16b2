package az.qalxan.engines.synthesis;

import java.time.LocalDate;

/** Seconds since the epoch against the wall clock in Baku, UTC+4 without summer time. */
final class BakuTime {

    static final int DAY_SECONDS = 86_400;
    static final int HOUR_SECONDS = 3_600;

    private static final int OFFSET_SECONDS = 4 * HOUR_SECONDS;

    private BakuTime() {}

    /** The instant at so many seconds after local midnight of a day since 1970-01-01. */
    static long at(long epochDay, int secondOfDay) {
        return epochDay * DAY_SECONDS + secondOfDay - OFFSET_SECONDS;
    }

    static long epochDay(long instant) {
        return Math.floorDiv(instant + OFFSET_SECONDS, DAY_SECONDS);
    }

    static int secondOfDay(long instant) {
        return Math.floorMod(instant + OFFSET_SECONDS, DAY_SECONDS);
    }

    static int hour(long instant) {
        return secondOfDay(instant) / HOUR_SECONDS;
    }

    /** 0 is Monday, 6 is Sunday. */
    static int dayOfWeek(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getDayOfWeek().ordinal();
    }
}
