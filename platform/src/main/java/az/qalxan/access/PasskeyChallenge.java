package az.qalxan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Challenges for passkeys: 32 random bytes, kept in the session, good once within five minutes. */
@Component
final class PasskeyChallenge {

    private static final int BYTES = 32;
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SecureRandom random;
    private final Clock clock;

    PasskeyChallenge(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    private record Drawn(byte[] bytes, Instant at) {}

    byte[] draw(HttpServletRequest request, String purpose) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        request.getSession().setAttribute(name(purpose), new Drawn(bytes, clock.instant()));
        return bytes;
    }

    /** The challenge drawn before for that purpose; it is gone afterwards. */
    Optional<byte[]> take(HttpServletRequest request, String purpose) {
        @Nullable Drawn drawn = (Drawn) request.getSession().getAttribute(name(purpose));
        request.getSession().removeAttribute(name(purpose));
        return drawn != null && clock.instant().isBefore(drawn.at().plus(LIFETIME))
                ? Optional.of(drawn.bytes())
                : Optional.empty();
    }

    private static String name(String purpose) {
        return PasskeyChallenge.class.getName() + "." + purpose;
    }
}
