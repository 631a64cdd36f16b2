package az.qalxan.access;

import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which administrators keep accounts. */
@Controller
@RequestMapping("/access/accounts")
class AccountsController {

    private static final int ROWS = 50;

    private final AccountAdministration administration;
    private final CurrentCaller callers;
    private final OpenSessions sessions;
    private final KnownBodies bodies;
    private final FrameViewer names;
    private final PageFrames frames;
    private final Clock clock;

    AccountsController(
            AccountAdministration administration,
            CurrentCaller callers,
            OpenSessions sessions,
            KnownBodies bodies,
            FrameViewer names,
            PageFrames frames,
            Clock clock) {
        this.administration = administration;
        this.callers = callers;
        this.sessions = sessions;
        this.bodies = bodies;
        this.names = names;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    @Requires("access:administer")
    ModelAndView list(@ModelAttribute AccountFilter filter, HttpServletRequest request) {
        List<Account> found = administration.page(filter, ROWS + 1);
        List<Account> shown = found.subList(0, Math.min(ROWS, found.size()));
        String next =
                found.size() > ROWS ? filter.pathAfter(shown.getLast().username().value()) : "";
        Language language = frames.of(request).text().language();
        List<AccountsPage.Row> rows =
                shown.stream()
                        .map(account ->
                                new AccountsPage.Row(account, names.body(account.body(), language)))
                        .toList();
        return new ModelAndView("access/accounts", "page", new AccountsPage(filter, rows, next));
    }

    @GetMapping("/new")
    @Requires("access:administer")
    ModelAndView form() {
        String own = callers.require().body().value();
        return fresh(new AccountForm("", "", own, List.of()), List.of());
    }

    private ModelAndView fresh(AccountForm form, List<Violation> wrong) {
        return view(null, form, wrong, "");
    }

    private ModelAndView view(
            @Nullable Account account, AccountForm form, List<Violation> wrong, String password) {
        AccountPage page =
                new AccountPage(
                        account,
                        form,
                        wrong,
                        bodies.codes(),
                        account == null ? List.of() : sessions.of(account.id()),
                        account == null ? null : administration.subject(account.id()).orElse(null),
                        password,
                        clock.instant().plus(AccountAdministration.TEMPORARY));
        return new ModelAndView("access/account", "page", page);
    }

    @PostMapping
    @Requires("access:administer")
    ModelAndView create(@ModelAttribute AccountForm form, HttpServletResponse response) {
        List<Violation> wrong = form.violations();
        if (wrong.isEmpty() && !mayAdminister(form)) {
            wrong.add(Violation.at("body", "access.account.body-foreign", form.body()));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return fresh(form, wrong);
        }
        Optional<AccountAdministration.Issued> issued = administration.create(form.account());
        if (issued.isEmpty()) {
            response.setStatus(AccessProblem.USER_NAME_TAKEN.status());
            return fresh(
                    form,
                    List.of(
                            Violation.at(
                                    "username", "access.account.username-taken", form.username())));
        }
        return shown(issued.get(), response);
    }

    private boolean mayAdminister(AccountForm form) {
        return bodies.mayAdminister(callers.require(), form.account().body());
    }

    /** A temporary password is in this answer alone, which no cache keeps. */
    private ModelAndView shown(AccountAdministration.Issued issued, HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        Account account = administration.view(issued.account());
        return view(account, AccountForm.of(account), List.of(), issued.password());
    }

    @GetMapping("/{id}")
    @Requires("access:administer")
    ModelAndView account(@PathVariable String id) {
        Account account = administration.view(read(id));
        return view(account, AccountForm.of(account), List.of(), "");
    }

    @PostMapping("/{id}")
    @Requires("access:administer")
    ModelAndView change(
            @PathVariable String id,
            @ModelAttribute AccountForm typed,
            HttpServletResponse response) {
        Account account = administration.view(read(id));
        AccountForm form =
                new AccountForm(
                        account.username().value(), typed.name(), typed.body(), typed.roles());
        List<Violation> wrong = form.violations();
        if (wrong.isEmpty() && !mayAdminister(form)) {
            wrong.add(Violation.at("body", "access.account.body-foreign", form.body()));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return view(account, form, wrong, "");
        }
        administration.change(account.id(), form.account(), callers.require());
        return back(id);
    }

    private static ModelAndView back(String id) {
        return new ModelAndView("redirect:/access/accounts/" + read(id));
    }

    @PostMapping("/{id}/{state:lock|unlock}")
    @Requires("access:administer")
    ModelAndView lock(@PathVariable String id, @PathVariable String state) {
        administration.setActive(read(id), state.equals("unlock"), callers.require());
        return back(id);
    }

    @PostMapping("/{id}/password")
    @Requires("access:administer")
    ModelAndView password(@PathVariable String id, HttpServletResponse response) {
        return shown(administration.resetPassword(read(id), callers.require()), response);
    }

    @PostMapping("/{id}/factors/drop")
    @Requires("access:administer")
    ModelAndView dropFactors(@PathVariable String id) {
        administration.dropFactors(read(id), callers.require());
        return back(id);
    }

    @PostMapping("/{id}/sessions/end")
    @Requires("access:administer")
    ModelAndView endSessions(@PathVariable String id) {
        administration.endSessions(read(id));
        return back(id);
    }

    @PostMapping("/{id}/identity")
    @Requires("access:administer")
    ModelAndView bind(
            @PathVariable String id, @RequestParam String issuer, @RequestParam String subject) {
        if (issuer.isBlank()
                || subject.isBlank()
                || issuer.length() > OidcSubject.CHARS_MAX
                || subject.length() > OidcSubject.CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("subject", "access.account.identity-wrong")));
        }
        administration.bind(read(id), new OidcSubject(issuer, subject), callers.require());
        return back(id);
    }

    /** An id that is none belongs to nobody. */
    static AccountId read(String id) {
        try {
            return new AccountId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }
}
