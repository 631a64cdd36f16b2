package az.qalxan.engines.detection.indicator;

import java.time.Instant;

/**
 * When an indicator holds, in the time of events and to the second.
 *
 * <p>Its beginning is told and excludes nothing: what was published today is looked for in the
 * events of last week.
 *
 * @param from {@link Instant#MIN} where nothing is said
 * @param until the first moment at which it no longer holds; {@link Instant#MAX} where nothing is
 *     said
 */
public record Lifetime(Instant from, Instant until) {

    /** Nothing is said. */
    public static final Lifetime OPEN = new Lifetime(Instant.MIN, Instant.MAX);

    /** An open end, among seconds since 1970 as unsigned numbers. */
    static final int ENDLESS = -1;

    private static final long SECONDS_MAX = 0xffff_fffeL;

    public Lifetime {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " until " + until);
        }
    }

    /** Whether it has ended at that moment. */
    public boolean isOver(Instant at) {
        return !at.isBefore(until);
    }

    /** The seconds since 1970, between bounds; an open end is {@link #ENDLESS}. */
    static int seconds(Instant at) {
        if (at.equals(Instant.MIN) || at.equals(Instant.MAX)) {
            return ENDLESS;
        }
        return (int) Math.clamp(at.getEpochSecond(), 0, SECONDS_MAX);
    }

    static Instant instant(int seconds, Instant open) {
        return seconds == ENDLESS ? open : Instant.ofEpochSecond(Integer.toUnsignedLong(seconds));
    }
}
