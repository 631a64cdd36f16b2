package az.qalxan.access;

import az.qalxan.web.ProblemFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a person who is signed in confirm a step that they answer for as by a signature: with a
 * fresh code of the authenticator app, or with the password. Wrong ones count as failed sign-ins.
 */
@Component
public class Confirmation {

    private final SignIn signIn;

    Confirmation(SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * That somebody confirmed a step.
     *
     * @param factor by what: {@code totp} or {@code password}
     */
    public record Confirmed(AccountId account, String factor) {}

    /** Somebody who is there without a session, and confirmed a step. */
    public record Present(Caller caller, Confirmed confirmed) {}

    /** The person of that user name, if active, who gave what is right; wrong ones count. */
    public Optional<Present> present(String username, String given) {
        return signIn.active(username)
                .flatMap(account ->
                        signIn.confirmedBy(account.id(), given.strip())
                                .map(factor ->
                                        new Present(
                                                account.caller(),
                                                new Confirmed(account.id(), factor.code()))));
    }

    /**
     * Refuses unless what was given is right. Not to be called in a transaction of the caller's.
     */
    public Confirmed require(Caller caller, @Nullable String given) {
        return signIn.confirmedBy(caller.account(), given == null ? "" : given.strip())
                .map(factor -> new Confirmed(caller.account(), factor.code()))
                .orElseThrow(() -> ProblemFound.of(AccessProblem.SIGNATURE_NOT_CONFIRMED));
    }
}
