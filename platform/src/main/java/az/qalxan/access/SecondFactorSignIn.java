package az.qalxan.access;

import org.springframework.stereotype.Component;

/** Ends a sign-in: takes the second factor and opens the full session. */
@Component
final class SecondFactorSignIn {

    private final SignIn signIn;
    private final SignInSession session;
    private final SecondFactors factors;
    private final DeviceCookie devices;

    SecondFactorSignIn(
            SignIn signIn, SignInSession session, SecondFactors factors, DeviceCookie devices) {
        this.signIn = signIn;
        this.session = session;
        this.factors = factors;
        this.devices = devices;
    }

    boolean code(HalfSignedIn half, String code, SignInSession.Exchange exchange) {
        String device = devices.of(exchange.request(), half.username().value());
        return ended(signIn.code(half.account(), code, device), device, half, exchange);
    }

    boolean passkey(HalfSignedIn half, boolean right, SignInSession.Exchange exchange) {
        String device = devices.of(exchange.request(), half.username().value());
        return ended(signIn.passkey(half.account(), right, device), device, half, exchange);
    }

    /** A temporary password opens nothing: its owner sets an own one first. */
    private boolean ended(
            FactorCheck check, String device, HalfSignedIn half, SignInSession.Exchange exchange) {
        if (check instanceof FactorCheck.Passed passed
                && !factors.hasTemporaryPassword(half.account())) {
            signIn.done(passed.account(), passed.factor(), device);
            session.full(passed.account(), passed.factor(), exchange);
            return true;
        }
        return false;
    }
}
