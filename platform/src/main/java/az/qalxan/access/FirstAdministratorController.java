package az.qalxan.access;

import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of the first start leads: name and password of the first administrator. */
@Controller
class FirstAdministratorController {

    private static final String WHY = "the one-time link printed at the first start is the right";
    private static final String USUAL_BODY = "xritdx";

    private final FirstAdministratorLink link;

    FirstAdministratorController(FirstAdministratorLink link) {
        this.link = link;
    }

    @GetMapping("/first-administrator")
    @OpenToEveryone(WHY)
    ModelAndView form(@RequestParam(defaultValue = "") String token) {
        if (!link.holds(token)) {
            throw ProblemFound.of(AccessProblem.FIRST_LINK_SPENT);
        }
        return page(new FirstAdministratorPage(token, "", "", USUAL_BODY, List.of()));
    }

    private static ModelAndView page(FirstAdministratorPage page) {
        return new ModelAndView("access/first-administrator", "page", page);
    }

    /** What was typed. */
    record Typed(String token, String username, String name, String body, String password) {}

    @PostMapping("/first-administrator")
    @OpenToEveryone(WHY)
    ModelAndView create(@ModelAttribute Typed typed, HttpServletResponse response) {
        AccountForm form =
                new AccountForm(
                        typed.username(),
                        typed.name(),
                        typed.body(),
                        List.of(Role.ADMINISTRATOR.code()));
        List<Violation> wrong = form.violations();
        if (UserName.fits(form.username())) {
            wrong.addAll(
                    PasswordRules.check(
                            "password",
                            typed.password() == null ? "" : typed.password(),
                            new UserName(form.username())));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return page(
                    new FirstAdministratorPage(
                            typed.token(), form.username(), form.name(), form.body(), wrong));
        }
        Optional<AccountId> created = link.use(typed.token(), form.account(), typed.password());
        if (created.isEmpty()) {
            throw ProblemFound.of(AccessProblem.FIRST_LINK_SPENT);
        }
        return new ModelAndView("redirect:/sign-in");
    }
}
