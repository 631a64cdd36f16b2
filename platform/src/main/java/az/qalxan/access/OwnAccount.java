package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the own sign-in. Whatever weakens it asks for the password again. */
@Component
class OwnAccount {

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final PasskeyStore passkeys;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final SignIn signIn;
    private final AuditLog audit;

    OwnAccount(
            AccountStore accounts,
            CredentialStore credentials,
            PasskeyStore passkeys,
            Passwords passwords,
            OpenSessions sessions,
            SignIn signIn,
            AuditLog audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.audit = audit;
    }

    /** What the page shows. */
    @Transactional(readOnly = true)
    OwnAccountPage page(Caller caller, @Nullable OpenSession here, List<Violation> wrong) {
        AccountId id = caller.account();
        return new OwnAccountPage(
                known(caller),
                sessions.of(id),
                here == null ? null : here.handle(),
                credentials.of(id).confirmedTotp() != null,
                passkeys.of(id),
                credentials.recoveryCodesLeft(id),
                wrong,
                "");
    }

    private Account known(Caller caller) {
        return accounts.find(caller.account())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /**
     * Refuses unless the password is right. Wrong ones count as failed sign-ins, from a device of
     * the session's own so that nobody shuts the account for other browsers.
     */
    void confirm(Caller caller, @Nullable String password) {
        if (!signIn.confirms(caller.account(), password == null ? "" : password)) {
            throw ProblemFound.of(AccessProblem.PASSWORD_NOT_CONFIRMED);
        }
    }

    /** Sets a new password and ends the other sessions; answers what is wrong with it. */
    @Transactional
    List<Violation> changePassword(Caller caller, String wanted, @Nullable OpenSession here) {
        Account account = known(caller);
        List<Violation> wrong = PasswordRules.check("wanted", wanted, account.username());
        if (wrong.isEmpty()) {
            credentials.setPassword(account.id(), passwords.hash(wanted));
            audit.record(AccessAct.PASSWORD_CHANGED, AuditSubject.of("account", account.id()));
            sessions.endAll(account.id(), here);
        }
        return wrong;
    }

    @Transactional
    void removeApp(Caller caller) {
        if (!passkeys.any(caller.account())) {
            throw ProblemFound.of(AccessProblem.LAST_SECOND_FACTOR);
        }
        credentials.dropTotp(caller.account());
        removed(caller, Factor.TOTP);
    }

    @Transactional
    void removePasskey(Caller caller, byte[] id) {
        AccountId owner = caller.account();
        boolean other =
                credentials.of(owner).confirmedTotp() != null || passkeys.of(owner).size() > 1;
        if (!other) {
            throw ProblemFound.of(AccessProblem.LAST_SECOND_FACTOR);
        }
        if (!passkeys.remove(owner, id)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        removed(caller, Factor.PASSKEY);
    }

    private void removed(Caller caller, Factor factor) {
        audit.record(
                AccessAct.FACTOR_REMOVED,
                AuditSubject.of("account", caller.account()),
                Map.of("factor", factor.code()));
    }

    @Transactional
    void endSession(Caller caller, UUID handle) {
        if (!sessions.end(caller.account(), handle)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(AccessAct.SESSIONS_ENDED, AuditSubject.of("account", caller.account()));
    }

    @Transactional
    void endOtherSessions(Caller caller, @Nullable OpenSession here) {
        sessions.endAll(caller.account(), here);
        audit.record(AccessAct.SESSIONS_ENDED, AuditSubject.of("account", caller.account()));
    }
}
