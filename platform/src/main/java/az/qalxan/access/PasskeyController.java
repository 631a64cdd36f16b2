package az.qalxan.access;

import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code passkey.js} asks: options and answers of the browser's Web Authentication. */
@RestController
class PasskeyController {

    private static final String WHY = "the password has been given; this is the second half";
    private static final String ADD = "add";
    private static final String SIGN_IN = "sign-in";
    private static final int LABEL_CHARS_MAX = 60;
    private static final int ANSWER_CHARS_MAX = 20_000;

    private final Passkeys passkeys;
    private final PasskeyChallenge challenges;
    private final OwnAccount own;
    private final SecondFactors factors;
    private final SecondFactorSignIn signIn;
    private final CurrentCaller callers;

    PasskeyController(
            Passkeys passkeys,
            PasskeyChallenge challenges,
            OwnAccount own,
            SecondFactors factors,
            SecondFactorSignIn signIn,
            CurrentCaller callers) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.own = own;
        this.factors = factors;
        this.signIn = signIn;
        this.callers = callers;
    }

    @PostMapping("/account/passkeys/options")
    @Requires("access:update")
    Map<String, Object> options(@RequestParam String password, HttpServletRequest request) {
        Caller caller = callers.require();
        own.confirm(caller, password);
        return passkeys.creationOptions(
                factors.account(caller.account()), challenges.draw(request, ADD));
    }

    @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("access:update")
    Map<String, String> add(
            @RequestParam String label, @RequestBody String answer, HttpServletRequest request) {
        if (label.isBlank() || label.length() > LABEL_CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "label",
                                    "access.passkey.label-wrong",
                                    label.length(),
                                    LABEL_CHARS_MAX)));
        }
        Optional<byte[]> challenge = challenges.take(request, ADD);
        boolean added =
                challenge.isPresent()
                        && answer.length() <= ANSWER_CHARS_MAX
                        && passkeys.register(
                                callers.require().account(),
                                challenge.get(),
                                label.strip(),
                                answer);
        if (!added) {
            throw ProblemFound.of(AccessProblem.PASSKEY_REFUSED);
        }
        return Map.of("next", "/account");
    }

    @PostMapping("/sign-in/passkey/options")
    @OpenToEveryone(WHY)
    Map<String, Object> requestOptions(HttpServletRequest request) {
        HalfSignedIn half = pending();
        return passkeys.requestOptions(half.account(), challenges.draw(request, SIGN_IN));
    }

    private static HalfSignedIn pending() {
        return SignInSession.pending()
                .orElseThrow(() -> ProblemFound.of(WebProblem.UNAUTHENTICATED));
    }

    @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    @OpenToEveryone(WHY)
    Map<String, String> answer(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        HalfSignedIn half = pending();
        Optional<byte[]> challenge = challenges.take(request, SIGN_IN);
        boolean right =
                challenge.isPresent()
                        && answer.length() <= ANSWER_CHARS_MAX
                        && passkeys.verify(half.account(), challenge.get(), answer);
        if (!signIn.passkey(half, right, new SignInSession.Exchange(request, response))) {
            throw ProblemFound.of(AccessProblem.PASSKEY_REFUSED);
        }
        return Map.of("next", half.next());
    }
}
