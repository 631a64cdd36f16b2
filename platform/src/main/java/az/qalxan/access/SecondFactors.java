package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What second factors an account has, and how new ones come about. */
@Component
final class SecondFactors {

    private static final String JOB = "second-factor";

    private final AsSystem system;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final PasskeyStore passkeys;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    SecondFactors(
            AsSystem system,
            AccountStore accounts,
            CredentialStore credentials,
            PasskeyStore passkeys,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.system = system;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    Account account(AccountId id) {
        return system.call(JOB, () -> accounts.find(id))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    boolean enrolled(AccountId id) {
        return hasApp(id) || hasPasskey(id);
    }

    /** Whether an administrator set the password and its owner has not replaced it yet. */
    boolean hasTemporaryPassword(AccountId id) {
        return system.call(JOB, () -> credentials.of(id).temporaryUntil() != null);
    }

    boolean hasApp(AccountId id) {
        return system.call(JOB, () -> credentials.of(id).confirmedTotp() != null);
    }

    boolean hasPasskey(AccountId id) {
        return system.call(JOB, () -> passkeys.any(id));
    }

    /** The secret of the app that is being enrolled; drawn at the first look. */
    TotpSecret offered(AccountId id) {
        return system.call(
                JOB,
                () -> {
                    Credential now = credentials.of(id);
                    @Nullable TotpSecret offered = now.totpConfirmed() ? null : now.totp();
                    return offered == null ? offer(id) : offered;
                });
    }

    private TotpSecret offer(AccountId id) {
        TotpSecret secret = TotpSecret.draw(random);
        credentials.setTotp(id, secret, false);
        return secret;
    }

    List<String> drawRecoveryCodes(AccountId id) {
        return system.call(
                JOB,
                () -> {
                    List<String> codes = RecoveryCodes.draw(random);
                    credentials.replaceRecoveryCodes(
                            id, codes.stream().map(RecoveryCodes::hash).toList());
                    audit.record(AccessAct.RECOVERY_CODES_DRAWN, AuditSubject.of("account", id));
                    return codes;
                });
    }

    int recoveryCodesLeft(AccountId id) {
        return system.call(JOB, () -> credentials.recoveryCodesLeft(id));
    }

    /** The code that signs in now, or the next one when the current one has been used. */
    String currentCode(AccountId id) {
        return system.call(
                JOB,
                () -> {
                    Credential credential = credentials.of(id);
                    @Nullable TotpSecret secret = credential.confirmedTotp();
                    long step = Math.max(Totp.step(clock.instant()), credential.lastStep() + 1);
                    return secret == null ? "" : Totp.code(secret, step);
                });
    }
}
