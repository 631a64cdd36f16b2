package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a person keeps the own sign-in.
 *
 * @param here the handle of the session that asks; null when it has none
 * @param app whether an authenticator app is enrolled
 */
record OwnAccountPage(
        Account account,
        List<OpenSession> sessions,
        @Nullable UUID here,
        boolean app,
        List<Passkey> passkeys,
        int recoveryCodesLeft,
        List<Violation> wrong,
        String done) {

    OwnAccountPage {
        sessions = List.copyOf(sessions);
        passkeys = List.copyOf(passkeys);
        wrong = List.copyOf(wrong);
    }

    /** Whether one of the second factors may go. */
    boolean several() {
        return passkeys.size() + (app ? 1 : 0) > 1;
    }
}
