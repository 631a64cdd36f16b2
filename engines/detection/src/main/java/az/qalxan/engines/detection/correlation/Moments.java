package az.qalxan.engines.detection.correlation;

import java.time.Instant;

/** Moments as nanoseconds since 1970; what lies centuries away is put at the edge. */
final class Moments {

    /** No moment yet. */
    static final long NEVER = Long.MIN_VALUE;

    /** The watermark behind which nothing comes. */
    static final long END = Long.MAX_VALUE;

    /** The year 2191; leaves room to add time spans without running over. */
    static final long MAX = 7_000_000_000_000_000_000L;

    private static final long SECOND = 1_000_000_000L;

    private Moments() {}

    static long nanos(Instant moment) {
        long second = moment.getEpochSecond();
        if (second >= MAX / SECOND) {
            return MAX;
        }
        return second < -MAX / SECOND ? -MAX : second * SECOND + moment.getNano();
    }

    static long watermark(Instant moment) {
        return moment.equals(Instant.MAX) ? END : nanos(moment);
    }

    static Instant instant(long nanos) {
        return nanos == END
                ? Instant.MAX
                : Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
