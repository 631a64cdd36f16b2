package az.qalxan.reporting.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses the secret of one reference, in bounded memory. A reference that does
 * not exist is guarded alike, so that the guard tells nothing. The delay stays short: nobody may
 * shut a reporter out for long by guessing on purpose.
 */
@Component
class FollowGuard {

    static final int FREE_FAILURES_MAX = 5;
    static final int REFERENCES_MAX = 20_000;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final int DOUBLINGS_MAX = 4;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true);

    FollowGuard(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant openFrom) {}

    /** Whether an attempt on that reference counts now. */
    synchronized boolean admits(String reference) {
        Failures known = failures.get(reference);
        return known == null || !clock.instant().isBefore(known.openFrom());
    }

    synchronized void failed(String reference) {
        Failures before = failures.getOrDefault(reference, new Failures(0, Instant.EPOCH));
        int count = before.count() + 1;
        Instant openFrom =
                count < FREE_FAILURES_MAX ? Instant.EPOCH : clock.instant().plus(delay(count));
        failures.put(reference, new Failures(count, openFrom));
        if (failures.size() > REFERENCES_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void passed(String reference) {
        failures.remove(reference);
    }

    private static Duration delay(int count) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(count - FREE_FAILURES_MAX, DOUBLINGS_MAX));
    }
}
