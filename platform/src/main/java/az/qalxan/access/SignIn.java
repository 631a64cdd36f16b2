package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what somebody gives to prove who they are, counts failures and shuts the door in time. */
@Component
final class SignIn {

    private static final String JOB = "sign-in";
    private static final String CONFIRMING = "confirm";
    private static final String APP_CODE = "[0-9]{3} ?[0-9]{3}";

    private final AsSystem system;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    SignIn(
            AsSystem system,
            AccountStore accounts,
            CredentialStore credentials,
            Passwords passwords,
            AuditLog audit,
            Clock clock) {
        this.system = system;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first factor. Takes as long for an unknown name as for a wrong password. */
    FactorCheck password(SignInAttempt attempt) {
        Optional<Account> account =
                UserName.fits(attempt.username())
                        ? find(new UserName(attempt.username()))
                        : Optional.empty();
        @Nullable String hash =
                account.map(found -> system.call(JOB, () -> credentials.of(found.id())))
                        .map(credential -> credential.hashAt(clock.instant()))
                        .orElse(null);
        boolean right = passwords.match(attempt.password(), hash);
        return account.isEmpty()
                ? unknown()
                : system.call(
                        JOB, () -> count(account.get(), attempt.device(), Factor.PASSWORD, right));
    }

    /**
     * Whether that is the password of somebody who is signed in. Wrong ones count as failures of a
     * device of their own, so that nobody shuts the account for other browsers.
     */
    boolean confirms(AccountId id, String password) {
        Optional<Account> account = system.call(JOB, () -> accounts.find(id));
        boolean right =
                account.isPresent()
                        && password(
                                        new SignInAttempt(
                                                account.get().username().value(),
                                                password,
                                                CONFIRMING))
                                instanceof FactorCheck.Passed;
        if (right) {
            system.run(JOB, () -> credentials.clearFailures(id, CONFIRMING));
        }
        return right;
    }

    /** By which factor somebody who is signed in confirms a step; empty when it was not right. */
    Optional<Factor> confirmedBy(AccountId id, String given) {
        if (system.call(JOB, () -> accounts.find(id)).isEmpty()) {
            return Optional.empty();
        }
        if (!given.matches(APP_CODE)) {
            return confirms(id, given) ? Optional.of(Factor.PASSWORD) : Optional.empty();
        }
        boolean right = code(id, given, CONFIRMING) instanceof FactorCheck.Passed;
        if (right) {
            system.run(JOB, () -> credentials.clearFailures(id, CONFIRMING));
        }
        return right ? Optional.of(Factor.TOTP) : Optional.empty();
    }

    /** The active account of that name. */
    Optional<Account> active(String username) {
        return UserName.fits(username)
                ? find(new UserName(username)).filter(Account::active)
                : Optional.empty();
    }

    private Optional<Account> find(UserName username) {
        return system.call(JOB, () -> accounts.find(username));
    }

    private FactorCheck unknown() {
        refused(Factor.PASSWORD);
        return new FactorCheck.Failed();
    }

    /** A provider sent somebody whom no active account here belongs to. */
    void refusedProvider() {
        refused(Factor.PROVIDER);
    }

    private void refused(Factor factor) {
        AuditSubject nobody = AuditSubject.of("account", "unknown");
        system.run(
                JOB,
                () ->
                        audit.record(
                                AccessAct.SIGN_IN_FAILED, nobody, Map.of("factor", factor.code())));
    }

    /** The active account that an outside identity belongs to. */
    Optional<Account> provided(OidcSubject subject) {
        return system.call(JOB, () -> accounts.find(subject)).filter(Account::active);
    }

    /** The second factor: a code of the authenticator app, else a recovery code. */
    FactorCheck code(AccountId id, String typed, String device) {
        return system.call(
                JOB,
                () -> {
                    Account account = accounts.find(id).orElseThrow();
                    Factor factor =
                            RecoveryCodes.looksLikeOne(typed) ? Factor.RECOVERY_CODE : Factor.TOTP;
                    if (credentials.lockOut(id, device).shut(clock.instant())) {
                        return new FactorCheck.Failed();
                    }
                    return count(account, device, factor, right(id, factor, typed));
                });
    }

    private boolean right(AccountId id, Factor factor, String typed) {
        if (factor == Factor.RECOVERY_CODE) {
            return credentials.useRecoveryCode(id, RecoveryCodes.hash(typed));
        }
        TotpSecret secret = credentials.of(id).confirmedTotp();
        return secret != null && useCode(id, secret, typed);
    }

    private boolean useCode(AccountId id, TotpSecret secret, String typed) {
        OptionalLong step = Totp.match(secret, typed, clock.instant());
        return step.isPresent() && credentials.useStep(id, step.getAsLong());
    }

    /** The owner's own password in place of the temporary one. */
    void replaceTemporary(AccountId id, String password) {
        system.run(
                JOB,
                () -> {
                    credentials.setPassword(id, passwords.hash(password));
                    audit.record(AccessAct.PASSWORD_CHANGED, AuditSubject.of("account", id));
                });
    }

    /** The first code of a new app; from then on the app counts as the second factor. */
    boolean confirmApp(AccountId id, String typed) {
        return system.call(
                JOB,
                () -> {
                    TotpSecret secret = credentials.of(id).totp();
                    boolean right = secret != null && useCode(id, secret, typed);
                    if (right) {
                        audit.record(
                                AccessAct.FACTOR_ENROLLED,
                                AuditSubject.of("account", id),
                                Map.of("factor", Factor.TOTP.code()));
                    }
                    return right;
                });
    }

    /** The outcome of a passkey that the browser has answered with. */
    FactorCheck passkey(AccountId id, boolean right, String device) {
        return system.call(
                JOB, () -> count(accounts.find(id).orElseThrow(), device, Factor.PASSKEY, right));
    }

    private FactorCheck count(Account account, String device, Factor factor, boolean right) {
        Instant now = clock.instant();
        LockOut before = credentials.lockOut(account.id(), device);
        if (before.shut(now)) {
            return new FactorCheck.Failed();
        }
        if (right && account.active()) {
            return passed(account, factor);
        }
        LockOut after = before.failed(now);
        credentials.keep(account.id(), device, after);
        record(AccessAct.SIGN_IN_FAILED, account, factor);
        if (after.justShut()) {
            record(AccessAct.SIGN_IN_LOCKED, account, factor);
        }
        return new FactorCheck.Failed();
    }

    private FactorCheck passed(Account account, Factor factor) {
        if (factor == Factor.PASSWORD) {
            record(AccessAct.FIRST_FACTOR_PASSED, account, factor);
        }
        if (factor == Factor.RECOVERY_CODE) {
            record(AccessAct.RECOVERY_CODE_USED, account, factor);
        }
        return new FactorCheck.Passed(account, factor);
    }

    /** Both factors were right: the failures of this browser are forgotten. */
    void done(Account account, Factor second, String device) {
        system.run(
                JOB,
                () -> {
                    credentials.clearFailures(account.id(), device);
                    record(AccessAct.SIGNED_IN, account, second);
                });
    }

    private void record(AccessAct act, Account account, Factor factor) {
        audit.record(
                act, AuditSubject.of("account", account.id()), Map.of("factor", factor.code()));
    }
}
