package az.qalxan.access;

import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a temporary password is replaced by one of the owner's choice, before anything else. */
@Controller
class NewPasswordController {

    private static final String WHY = "the temporary password has been given";

    private final SecondFactors factors;
    private final SignIn signIn;

    NewPasswordController(SecondFactors factors, SignIn signIn) {
        this.factors = factors;
        this.signIn = signIn;
    }

    @GetMapping("/sign-in/new-password")
    @OpenToEveryone(WHY)
    ModelAndView form() {
        return waiting().map(half -> page(half, List.of())).orElseGet(NewPasswordController::on);
    }

    private Optional<HalfSignedIn> waiting() {
        return SignInSession.pending().filter(half -> factors.hasTemporaryPassword(half.account()));
    }

    private static ModelAndView on() {
        return new ModelAndView("redirect:/sign-in/second-factor");
    }

    private static ModelAndView page(HalfSignedIn half, List<Violation> wrong) {
        return new ModelAndView(
                "access/new-password", "page", new NewPasswordPage(half.username().value(), wrong));
    }

    @PostMapping("/sign-in/new-password")
    @OpenToEveryone(WHY)
    ModelAndView set(@RequestParam String wanted, HttpServletResponse response) {
        Optional<HalfSignedIn> waiting = waiting();
        if (waiting.isEmpty()) {
            return on();
        }
        List<Violation> wrong = PasswordRules.check("wanted", wanted, waiting.get().username());
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return page(waiting.get(), wrong);
        }
        signIn.replaceTemporary(waiting.get().account(), wanted);
        return on();
    }
}
