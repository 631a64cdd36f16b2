package az.qalxan.reporting;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Draws UUIDs of version 7 (RFC 9562 §5.7) that strictly increase within this process: 48 bits of
 * milliseconds, a 12-bit counter, 62 random bits.
 */
final class Uuid7 {

    private static final int COUNTER_BITS = 12;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    Uuid7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    UUID next() {
        long tick =
                last.updateAndGet(before -> Math.max(before + 1, clock.millis() << COUNTER_BITS));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1 << COUNTER_BITS) - 1);
        return new UUID(
                millis << 16 | 0x7000L | counter, VARIANT | random.nextLong() & RANDOM_MASK);
    }
}
