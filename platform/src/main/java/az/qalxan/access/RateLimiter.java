package az.qalxan.access;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets by source, in bounded memory: of more sources than fit, the one seen longest ago is
 * forgotten.
 */
final class RateLimiter {

    static final int SOURCES_MAX = 20_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Rate rate;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

    RateLimiter(Rate rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Takes one token of that source; false when its bucket is empty. */
    synchronized boolean admits(String source) {
        Instant now = clock.instant();
        Bucket bucket =
                buckets.getOrDefault(source, new Bucket(rate.burst(), now)).filled(rate, now);
        buckets.put(source, bucket.tokens() >= 1 ? bucket.less() : bucket);
        if (buckets.size() > SOURCES_MAX) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return bucket.tokens() >= 1;
    }

    synchronized int sources() {
        return buckets.size();
    }

    private record Bucket(double tokens, Instant at) {

        Bucket filled(Rate rate, Instant now) {
            double seconds =
                    Math.max(0, (now.toEpochMilli() - at.toEpochMilli()) / MILLIS_PER_SECOND);
            double more = seconds * rate.perMinute() / SECONDS_PER_MINUTE;
            return new Bucket(Math.min(rate.burst(), tokens + more), now);
        }

        Bucket less() {
            return new Bucket(tokens - 1, at);
        }
    }
}
