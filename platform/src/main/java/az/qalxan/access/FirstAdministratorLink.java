package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one-time link by which an installation without an administrator gets its first one. Only the
 * link's hash is kept; a new link ends the one before.
 */
@Component
public class FirstAdministratorLink {

    private static final String JOB = "first-administrator";
    private static final String PATH = "/first-administrator?token=";
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;

    private final AsSystem system;
    private final FirstLinkStore links;
    private final AccountStore store;
    private final Accounts accounts;
    private final AuditLog audit;
    private final SecureRandom random;

    FirstAdministratorLink(
            AsSystem system,
            FirstLinkStore links,
            AccountStore store,
            Accounts accounts,
            AuditLog audit,
            SecureRandom random) {
        this.system = system;
        this.links = links;
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.random = random;
    }

    /**
     * Draws a link that holds for 24 hours.
     *
     * @return its path and query, or empty when an administrator exists
     */
    public Optional<String> draw() {
        return system.call(
                JOB, () -> store.anyAdministrator() ? Optional.empty() : Optional.of(drawn()));
    }

    private String drawn() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.replace(RecoveryCodes.sha256(token), LIFETIME);
        audit.record(AccessAct.FIRST_LINK_DRAWN, AuditSubject.of("first-link", "serve"));
        return PATH + token;
    }

    boolean holds(String token) {
        return system.call(
                JOB, () -> !store.anyAdministrator() && links.holds(RecoveryCodes.sha256(token)));
    }

    /** Creates the administrator and uses the link up; empty when it holds no longer. */
    Optional<AccountId> use(String token, NewAccount administrator, String password) {
        return system.call(
                JOB,
                () -> {
                    if (store.anyAdministrator() || !links.use(RecoveryCodes.sha256(token))) {
                        return Optional.empty();
                    }
                    AccountId id = accounts.create(administrator, password).orElseThrow();
                    audit.record(
                            AccessAct.FIRST_LINK_USED,
                            AuditSubject.of("account", id),
                            Map.of("username", administrator.username().value()));
                    return Optional.of(id);
                });
    }
}
