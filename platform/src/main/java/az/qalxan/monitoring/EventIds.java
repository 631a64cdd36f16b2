package az.qalxan.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Draws UUIDs of version 7 (RFC 9562 §5.7) for events and findings: of one moment they increase in
 * the order in which they are drawn, as long as the counter does not begin anew between them.
 */
@Component
class EventIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_MAX = (1 << 12) - 1;
    private static final int COUNTER_LOW_BITS = 20;
    private static final long RANDOM_MASK = (1L << 42) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong drawn;

    @Autowired
    EventIds(Clock clock, RandomGenerator random) {
        this(clock, random, 0);
    }

    /**
     * Goes on counting.
     *
     * @param drawn how many were drawn before
     */
    EventIds(Clock clock, RandomGenerator random, long drawn) {
        this.clock = clock;
        this.random = random;
        this.drawn = new AtomicLong(drawn);
    }

    /** Ids of one moment, in rising order until the counter begins anew, after 2^32 of them. */
    Drawing drawing() {
        return new Drawing(clock.instant());
    }

    /** The ids of one moment: 48 bits of it, 32 of a counter, the rest random. */
    final class Drawing {

        private final long millis;

        private Drawing(Instant moment) {
            millis = moment.toEpochMilli();
        }

        UUID next() {
            long count = drawn.incrementAndGet();
            long high = (count >>> COUNTER_LOW_BITS) & COUNTER_MAX;
            long low = count & ((1L << COUNTER_LOW_BITS) - 1);
            return new UUID(
                    millis << 16 | VERSION | high,
                    VARIANT | low << 42 | random.nextLong() & RANDOM_MASK);
        }
    }

    /** The least id of a moment. */
    static UUID least(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    /** The moment that an id was drawn for. */
    static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
