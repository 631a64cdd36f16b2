package az.qalxan.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The failures of one account from one browser, and until when it is shut. The delay doubles from
 * 30 seconds and never passes 15 minutes, so nobody is locked out for good.
 *
 * @param failures failed attempts since the last full sign-in
 * @param until when the next attempt counts; null when at once
 */
record LockOut(int failures, @Nullable Instant until) {

    static final LockOut NONE = new LockOut(0, null);

    static final int FREE_FAILURES_MAX = 5;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration DELAY_MAX = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 10;

    boolean shut(Instant now) {
        return until != null && now.isBefore(until);
    }

    LockOut failed(Instant now) {
        int count = failures + 1;
        return new LockOut(count, count < FREE_FAILURES_MAX ? null : now.plus(delay(count)));
    }

    /** Whether the failure that led here closed the door. */
    boolean justShut() {
        return failures >= FREE_FAILURES_MAX;
    }

    private static Duration delay(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES_MAX, DOUBLINGS_MAX);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(DELAY_MAX) < 0 ? delay : DELAY_MAX;
    }
}
