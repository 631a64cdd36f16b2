package az.qalxan.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Draws ids that sort by time (RFC 9562, version 7). */
final class EntryIds {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TIME_SHIFT = 16;
    private static final long RANDOM_HIGH = 0x0FFF;
    private static final long RANDOM_LOW = 0x3FFF_FFFF_FFFF_FFFFL;

    private EntryIds() {}

    static UUID draw(Instant at, SecureRandom random) {
        long high = at.toEpochMilli() << TIME_SHIFT | VERSION | random.nextLong() & RANDOM_HIGH;
        return new UUID(high, VARIANT | random.nextLong() & RANDOM_LOW);
    }
}
