package az.qalxan.access;

import az.qalxan.web.OpenToEveryone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second half of sign-in: a code, or first the enrolment of an authenticator app. */
@Controller
class SecondFactorController {

    private static final String WHY = "the password has been given; this is the second half";

    private final SignIn signIn;
    private final SecondFactorSignIn second;
    private final SignInSession session;
    private final SecondFactors factors;
    private final AccessSettings settings;

    SecondFactorController(
            SignIn signIn,
            SecondFactorSignIn second,
            SignInSession session,
            SecondFactors factors,
            AccessSettings settings) {
        this.signIn = signIn;
        this.second = second;
        this.session = session;
        this.factors = factors;
        this.settings = settings;
    }

    @GetMapping("/sign-in/second-factor")
    @OpenToEveryone(WHY)
    ModelAndView form() {
        Optional<HalfSignedIn> pending = SignInSession.pending();
        if (pending.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        if (factors.hasTemporaryPassword(pending.get().account())) {
            return new ModelAndView("redirect:/sign-in/new-password");
        }
        return factors.enrolled(pending.get().account())
                ? page(pending.get(), "")
                : new ModelAndView("redirect:/sign-in/enrol");
    }

    @PostMapping("/sign-in/second-factor")
    @OpenToEveryone(WHY)
    ModelAndView code(
            @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<HalfSignedIn> pending = SignInSession.pending();
        if (pending.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        HalfSignedIn half = pending.get();
        if (second.code(half, code, new SignInSession.Exchange(request, response))) {
            return new ModelAndView("redirect:" + half.next());
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return page(half, "access.second-factor.failed");
    }

    private ModelAndView page(HalfSignedIn half, String problem) {
        String demoCode = settings.demo() ? factors.currentCode(half.account()) : "";
        SecondFactorPage page =
                new SecondFactorPage(
                        half.username().value(),
                        problem,
                        demoCode,
                        factors.hasPasskey(half.account()));
        return new ModelAndView("access/second-factor", "page", page);
    }

    @GetMapping("/sign-in/enrol")
    @OpenToEveryone(WHY)
    ModelAndView enrolment() {
        Optional<HalfSignedIn> pending = SignInSession.pending();
        if (pending.isEmpty() || !mayEnrol(pending.get())) {
            return new ModelAndView("redirect:/sign-in/second-factor");
        }
        return enrolmentPage(pending.get(), "");
    }

    /** Only who has no second factor yet enrols one here, and with a password of the own. */
    private boolean mayEnrol(HalfSignedIn half) {
        return !factors.enrolled(half.account()) && !factors.hasTemporaryPassword(half.account());
    }

    private ModelAndView enrolmentPage(HalfSignedIn half, String problem) {
        TotpSecret secret = factors.offered(half.account());
        EnrolPage page =
                new EnrolPage(
                        half.username().value(),
                        secret.base32(),
                        secret.uri(half.username()),
                        "/sign-in/enrol",
                        problem);
        return new ModelAndView("access/enrol", "page", page);
    }

    @GetMapping("/sign-in/enrol/picture")
    @OpenToEveryone(WHY)
    ResponseEntity<String> picture() {
        Optional<HalfSignedIn> pending = SignInSession.pending();
        if (pending.isEmpty() || !mayEnrol(pending.get())) {
            return ResponseEntity.notFound().build();
        }
        HalfSignedIn half = pending.get();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(QrPicture.svg(factors.offered(half.account()).uri(half.username())));
    }

    @PostMapping("/sign-in/enrol")
    @OpenToEveryone(WHY)
    ModelAndView enrol(
            @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<HalfSignedIn> pending = SignInSession.pending();
        if (pending.isEmpty() || !mayEnrol(pending.get())) {
            return new ModelAndView("redirect:/sign-in/second-factor");
        }
        HalfSignedIn half = pending.get();
        if (!signIn.confirmApp(half.account(), code)) {
            response.setStatus(422);
            return enrolmentPage(half, "access.enrol.failed");
        }
        Account account = factors.account(half.account());
        signIn.done(account, Factor.TOTP, "");
        List<String> codes = factors.drawRecoveryCodes(half.account());
        session.full(account, Factor.TOTP, new SignInSession.Exchange(request, response));
        return new ModelAndView(
                "access/recovery-codes", "page", new RecoveryCodesPage(codes, half.next()));
    }
}
