package az.qalxan.exchange.notice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long owners wait for feeds that are still being read: what comes together belongs into one
 * notice, but a feed that never pauses must not keep everybody from being told.
 */
final class Patience {

    static final Duration MOST = Duration.ofMinutes(5);

    private @Nullable Instant since;

    /** Whether it is time to tell, although something may wait to be read. */
    boolean ends(boolean waits, Instant now) {
        if (!waits) {
            since = null;
            return true;
        }
        if (since == null) {
            since = now;
        }
        if (now.isBefore(since.plus(MOST))) {
            return false;
        }
        since = null;
        return true;
    }
}
