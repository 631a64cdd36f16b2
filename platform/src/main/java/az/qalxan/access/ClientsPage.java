package az.qalxan.access;

import az.qalxan.web.Violation;
import java.time.Instant;
import java.util.List;

/**
 * The page of the bodies' programs.
 *
 * @param token a token that was drawn just now; empty otherwise
 */
record ClientsPage(
        List<ApiClient> clients,
        ClientForm form,
        List<Violation> wrong,
        List<String> bodies,
        String token,
        Instant now) {

    ClientsPage {
        clients = List.copyOf(clients);
        wrong = List.copyOf(wrong);
        bodies = List.copyOf(bodies);
    }

    /** Where a token stands: the last part of a message key. */
    String state(ApiClient client) {
        if (client.revokedAt() != null) {
            return "revoked";
        }
        return client.holds(now) ? "holds" : "expired";
    }
}
