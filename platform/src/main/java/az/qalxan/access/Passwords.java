package az.qalxan.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with Argon2id (RFC 9106), 19 MiB, two passes, one lane: the OWASP
 * Password Storage Cheat Sheet's parameters.
 */
@Component
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Bounds the memory that sign-ins take together: four times 19 MiB. */
    private static final int AT_ONCE_MAX = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);
    private final LongAdder comparisons = new LongAdder();
    private final String hashOfNobody;

    Passwords() {
        this.hashOfNobody = hash("there is no such account");
    }

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            String hash = argon2.encode(password);
            if (hash == null) {
                throw new IllegalStateException("no hash for a password");
            }
            return hash;
        } finally {
            places.release();
        }
    }

    /** How often a password was compared since the start. */
    long comparisons() {
        return comparisons.sum();
    }

    /** Compares, at the same cost when there is no hash to compare with. */
    boolean match(String password, @Nullable String hash) {
        comparisons.increment();
        places.acquireUninterruptibly();
        try {
            boolean same = argon2.matches(password, hash == null ? hashOfNobody : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }
}
