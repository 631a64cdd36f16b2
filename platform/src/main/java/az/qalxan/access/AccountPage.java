package az.qalxan.access;

import az.qalxan.web.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one account, or of a new one.
 *
 * @param account null for a new one
 * @param bodies the codes to choose a body from
 * @param password a temporary password that was drawn just now; empty otherwise
 */
record AccountPage(
        @Nullable Account account,
        AccountForm form,
        List<Violation> wrong,
        List<String> bodies,
        List<OpenSession> sessions,
        @Nullable OidcSubject identity,
        String password,
        Instant passwordUntil) {

    AccountPage {
        wrong = List.copyOf(wrong);
        bodies = List.copyOf(bodies);
        sessions = List.copyOf(sessions);
    }

    /** Where the form goes. */
    String action() {
        return account == null ? "/access/accounts" : "/access/accounts/" + account.id();
    }
}
