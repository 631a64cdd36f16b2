package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with accounts. Which accounts there are for the caller, and which may
 * be changed, row-level security decides: an account out of reach is one that does not exist.
 */
@Component
class AccountAdministration {

    static final Duration TEMPORARY = Duration.ofHours(72);

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final TemporaryPasswords drawn;
    private final OpenSessions sessions;
    private final AsSystem system;
    private final AuditLog audit;
    private final Clock clock;

    AccountAdministration(
            AccountStore accounts,
            CredentialStore credentials,
            Passwords passwords,
            TemporaryPasswords drawn,
            OpenSessions sessions,
            AsSystem system,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.drawn = drawn;
        this.sessions = sessions;
        this.system = system;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<Account> page(AccountFilter filter, int rowsMax) {
        List<Account> page = accounts.page(filter, rowsMax);
        audit.record(
                AccessAct.ACCOUNTS_VIEWED,
                AuditSubject.of("account", "list"),
                Map.of("rows", String.valueOf(page.size())));
        return page;
    }

    @Transactional
    Account view(AccountId id) {
        Account account = known(id);
        audit.record(AccessAct.ACCOUNT_VIEWED, AuditSubject.of("account", id));
        return account;
    }

    private Account known(AccountId id) {
        return accounts.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    Optional<OidcSubject> subject(AccountId id) {
        return accounts.subject(id);
    }

    /** A password that was drawn, to be shown once. */
    record Issued(AccountId account, String password) {}

    /** Creates an account with a temporary password; empty when the user name is taken. */
    @Transactional
    Optional<Issued> create(NewAccount wanted) {
        AccountId id = new AccountId(java.util.UUID.randomUUID());
        if (!accounts.insert(id, wanted)) {
            return Optional.empty();
        }
        audit.record(
                AccessAct.ACCOUNT_CREATED,
                AuditSubject.of("account", id),
                Accounts.circumstances(wanted));
        return Optional.of(new Issued(id, temporary(id)));
    }

    private String temporary(AccountId id) {
        String password = drawn.draw();
        Instant until = clock.instant().plus(TEMPORARY);
        credentials.setPassword(id, passwords.hash(password), until);
        return password;
    }

    /** Writes name, body and roles; the person's sessions end, so that no old right lives on. */
    @Transactional
    void change(AccountId id, NewAccount wanted, Caller by) {
        Account before = known(id);
        boolean rightsChange =
                !before.body().equals(wanted.body()) || !before.roles().equals(wanted.roles());
        if (rightsChange) {
            refuseOwn(id, by);
        }
        write(
                new Account(
                        id,
                        before.username(),
                        wanted.displayName(),
                        wanted.body(),
                        wanted.roles(),
                        before.active()),
                Map.of(
                        "body", before.body() + " > " + wanted.body(),
                        "roles", codes(before.roles()) + " > " + codes(wanted.roles())));
        if (rightsChange) {
            sessions.endAll(id, null);
        }
    }

    private static String codes(java.util.Set<Role> roles) {
        return String.join(",", AccountStore.codes(roles));
    }

    /** Locks or opens an account. Locking ends its sessions; opening forgets failed sign-ins. */
    @Transactional
    void setActive(AccountId id, boolean active, Caller by) {
        refuseOwn(id, by);
        Account before = known(id);
        write(
                new Account(
                        id,
                        before.username(),
                        before.displayName(),
                        before.body(),
                        before.roles(),
                        active),
                Map.of("state", active ? "active" : "disabled"));
        if (active) {
            forgetFailures(id);
        } else {
            sessions.endAll(id, null);
        }
    }

    private void forgetFailures(AccountId id) {
        audit.record(AccessAct.ACCOUNT_UNLOCKED, AuditSubject.of("account", id));
        system.run("unlock", () -> credentials.clearFailures(id));
    }

    private void write(Account after, Map<String, String> circumstances) {
        if (!accounts.update(after)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                AccessAct.ACCOUNT_CHANGED, AuditSubject.of("account", after.id()), circumstances);
    }

    /** Sets a temporary password, ends the sessions and forgets failures. */
    @Transactional
    Issued resetPassword(AccountId id, Caller by) {
        refuseOwn(id, by);
        administered(id);
        String password = temporary(id);
        audit.record(AccessAct.PASSWORD_RESET, AuditSubject.of("account", id));
        forgetFailures(id);
        sessions.endAll(id, null);
        return new Issued(id, password);
    }

    /** Removes every second factor; the person enrols a new one at the next sign-in. */
    @Transactional
    void dropFactors(AccountId id, Caller by) {
        refuseOwn(id, by);
        administered(id);
        credentials.dropSecondFactors(id);
        audit.record(AccessAct.FACTOR_REMOVED, AuditSubject.of("account", id));
        sessions.endAll(id, null);
    }

    @Transactional
    void endSessions(AccountId id) {
        administered(id);
        audit.record(AccessAct.SESSIONS_ENDED, AuditSubject.of("account", id));
        sessions.endAll(id, null);
    }

    /** Ties the account to an identity of the provider; that alone gives no right. */
    @Transactional
    void bind(AccountId id, OidcSubject subject, Caller by) {
        refuseOwn(id, by);
        known(id);
        if (!accounts.bind(id, subject)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                AccessAct.IDENTITY_BOUND,
                AuditSubject.of("account", id),
                Map.of("issuer", subject.issuer()));
    }

    /** Asks the database whether the caller may change the account, by writing it as it is. */
    private void administered(AccountId id) {
        if (!accounts.update(known(id))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    private static void refuseOwn(AccountId id, Caller by) {
        if (id.equals(by.account())) {
            throw ProblemFound.of(AccessProblem.OWN_ACCOUNT);
        }
    }
}
