package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bodies' programs and their opaque bearer tokens, of which only a hash is kept. */
@Component
public class ApiClients {

    /** A token starts so, so that secret scanners recognise one that was published. */
    static final String TOKEN_PREFIX = "qlx_";

    /** Makes tokens of 40 characters, the only length that a MISP takes for a key. */
    private static final int TOKEN_BYTES = 27;

    private static final int SHOWN_MAX = 500;

    /** How long a looked-up token may be used without asking the database again. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int REMEMBERED_MAX = 1_000;

    private final ApiClientStore store;
    private final AsSystem system;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ApiClients(
            ApiClientStore store,
            AsSystem system,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.system = system;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Registers a program. Runs as the caller, who needs {@code access:administer} on that body, or
     * as a job.
     *
     * @return its token, which is never shown again
     */
    @Transactional
    public String register(NewApiClient client) {
        return issue(client).token();
    }

    /** A program's account and its token, which is never shown again. */
    public record Issued(AccountId account, String token) {}

    /** Registers a program as {@link #register} does, and says which account it got. */
    @Transactional
    public Issued issue(NewApiClient client) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return keep(
                client,
                TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Registers a program of the demonstration, whose token everybody may know. */
    @Transactional
    public void registerDemo(NewApiClient client, String token) {
        keep(client, token);
    }

    private Issued keep(NewApiClient client, String token) {
        AccountId id = new AccountId(UUID.randomUUID());
        store.insert(id, client, RecoveryCodes.sha256(token));
        audit.record(
                AccessAct.TOKEN_ISSUED,
                AuditSubject.of("api-client", id),
                Map.of(
                        "name", client.name(),
                        "body", client.body().value(),
                        "roles", String.join(",", AccountStore.codes(client.roles()))));
        return new Issued(id, token);
    }

    @Transactional
    List<ApiClient> newest() {
        audit.record(AccessAct.TOKENS_VIEWED, AuditSubject.of("api-client", "list"));
        return store.newest(SHOWN_MAX);
    }

    /** Ends a token at once; false when there is none that the caller may end. */
    @Transactional
    public boolean revoke(AccountId id) {
        boolean revoked = store.revoke(id);
        if (revoked) {
            audit.record(AccessAct.TOKEN_REVOKED, AuditSubject.of("api-client", id));
            known.clear();
        }
        return revoked;
    }

    /** Whose token this is, while it holds. */
    Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        byte[] hash = RecoveryCodes.sha256(token);
        String key = HexFormat.of().formatHex(hash);
        @Nullable Known remembered = known.get(key);
        if (remembered == null || now.isAfter(remembered.until())) {
            remembered = look(key, hash, now);
        }
        return remembered != null && remembered.client().holds(now)
                ? Optional.of(remembered.client().caller())
                : Optional.empty();
    }

    private @Nullable Known look(String key, byte[] hash, Instant now) {
        Optional<ApiClient> found =
                system.call(
                        "token",
                        () -> {
                            Optional<ApiClient> client = store.find(hash);
                            client.ifPresent(one -> store.noteUse(one.id()));
                            return client;
                        });
        if (found.isEmpty()) {
            return null;
        }
        if (known.size() >= REMEMBERED_MAX) {
            known.clear();
        }
        Known fresh = new Known(found.get(), now.plus(REMEMBERED));
        known.put(key, fresh);
        return fresh;
    }

    private record Known(ApiClient client, Instant until) {}
}
