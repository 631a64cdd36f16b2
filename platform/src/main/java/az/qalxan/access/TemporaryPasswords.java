package az.qalxan.access;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws passwords that an administrator hands over: 80 random bits, easy to read out. */
@Component
final class TemporaryPasswords {

    private final SecureRandom random;

    TemporaryPasswords(SecureRandom random) {
        this.random = random;
    }

    String draw() {
        return RecoveryCodes.one(random);
    }
}
