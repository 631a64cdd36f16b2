package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people, for the modules that show or load them. */
@Component
public class Accounts {

    private final AccountStore store;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final SecureRandom random;
    private final AuditLog audit;

    Accounts(
            AccountStore store,
            CredentialStore credentials,
            Passwords passwords,
            SecureRandom random,
            AuditLog audit) {
        this.store = store;
        this.credentials = credentials;
        this.passwords = passwords;
        this.random = random;
        this.audit = audit;
    }

    /**
     * Creates an account with a password; its owner enrols a second factor at the first sign-in.
     * Runs as the caller, who needs {@code access:administer} on that body, or as a job.
     *
     * @return the new id, or empty when the user name is taken
     */
    @Transactional
    public Optional<AccountId> create(NewAccount account, String password) {
        AccountId id = new AccountId(UUID.randomUUID());
        if (!store.insert(id, account)) {
            return Optional.empty();
        }
        credentials.setPassword(id, passwords.hash(password));
        audit.record(
                AccessAct.ACCOUNT_CREATED, AuditSubject.of("account", id), circumstances(account));
        return Optional.of(id);
    }

    /**
     * Creates an account of the synthetic country: the password is taken as it is and a second
     * factor is enrolled, whose current code the sign-in page shows in demo mode. An account of
     * that name that exists already is left alone. Runs as a job ({@code ActingAs}).
     *
     * @return the account's id, new or old
     */
    @Transactional
    public AccountId createDemo(NewAccount account, String password) {
        Optional<AccountId> created = create(account, password);
        if (created.isEmpty()) {
            return store.find(account.username()).orElseThrow().id();
        }
        credentials.setTotp(created.get(), TotpSecret.draw(random), true);
        audit.record(
                AccessAct.FACTOR_ENROLLED,
                AuditSubject.of("account", created.get()),
                Map.of("factor", "totp", "demo", "true"));
        return created.get();
    }

    /** The account of that id, when the caller may see it. */
    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** The account of that user name, when the caller may see it. */
    @Transactional(readOnly = true)
    public Optional<Account> find(UserName username) {
        return store.find(username);
    }

    /** The active accounts of a body that the caller may see, by user name. */
    @Transactional(readOnly = true)
    public List<Account> of(BodyCode body) {
        return store.of(body);
    }

    static Map<String, String> circumstances(NewAccount account) {
        return Map.of(
                "username", account.username().value(),
                "body", account.body().value(),
                "roles", String.join(",", AccountStore.codes(account.roles())));
    }
}
