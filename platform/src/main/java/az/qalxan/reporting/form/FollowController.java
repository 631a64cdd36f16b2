package az.qalxan.reporting.form;

import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.ReportView;
import az.qalxan.reporting.ReporterDesk;
import az.qalxan.reporting.ReporterPass;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A reporter's way back to the own report. */
@Controller
@RequestMapping("/follow")
class FollowController {

    static final String PASS = FollowController.class.getName() + ".pass";

    private static final String WHY_OPEN = "the reference and the secret open it, no account does";
    private static final String NOTE = FollowController.class.getName() + ".note";
    private static final int TYPED_CHARS_MAX = 60;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final ReporterDesk desk;
    private final FollowGuard guard;
    private final OwnPages pages;

    FollowController(ReporterDesk desk, FollowGuard guard, OwnPages pages) {
        this.desk = desk;
        this.guard = guard;
        this.pages = pages;
    }

    /** The page that asks for reference and secret. */
    record EntryPage(String reference, String problem) {}

    @OpenToEveryone(WHY_OPEN)
    @GetMapping
    ModelAndView own(HttpServletRequest request) {
        Optional<ReportView> report = pass(request).flatMap(desk::look);
        if (report.isEmpty()) {
            return entry(new EntryPage("", ""));
        }
        return own(pages.of(request, report.get(), List.of(), Map.of(), taken(request)));
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping
    ModelAndView enter(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ReporterPass> pass = proven(reference, secret);
        if (pass.isEmpty()) {
            response.setStatus(FORBIDDEN);
            return entry(new EntryPage(shortened(reference), "follow.wrong.secret"));
        }
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(FormController.RECEIPT);
        request.getSession().setAttribute(PASS, pass.get());
        return new ModelAndView("redirect:/follow");
    }

    private Optional<ReporterPass> proven(String typed, String secret) {
        Optional<ReportReference> reference = ReportReference.read(shortened(typed));
        if (reference.isEmpty() || !guard.admits(reference.get().value())) {
            return Optional.empty();
        }
        Optional<ReporterPass> pass = desk.prove(reference.get(), shortened(secret));
        if (pass.isEmpty()) {
            guard.failed(reference.get().value());
        } else {
            guard.passed(reference.get().value());
        }
        return pass;
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/add")
    ModelAndView add(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String used,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<ReporterPass> pass = pass(request);
        if (pass.isEmpty()) {
            return new ModelAndView("redirect:/follow");
        }
        ReporterDesk.Addition addition = new ReporterDesk.Addition(text, used, Uploads.of(request));
        List<Violation> violations = desk.add(pass.get(), addition);
        if (violations.isEmpty()) {
            request.getSession().setAttribute(NOTE, "follow.added");
            return new ModelAndView("redirect:/follow");
        }
        response.setStatus(UNPROCESSABLE);
        ReportView report = desk.look(pass.get()).orElseThrow();
        Map<String, String> typed = Map.of("text", text, "used", used);
        return own(pages.of(request, report, violations, typed, ""));
    }

    @OpenToEveryone(WHY_OPEN)
    @GetMapping("/withdraw")
    ModelAndView askToWithdraw(HttpServletRequest request) {
        return pass(request)
                .flatMap(desk::look)
                .map(report ->
                        new ModelAndView(
                                "reporting/form/withdraw",
                                Map.of("page", pages.of(request, report, List.of(), Map.of(), ""))))
                .orElseGet(() -> new ModelAndView("redirect:/follow"));
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/withdraw")
    String withdraw(HttpServletRequest request) {
        pass(request)
                .ifPresent(one -> {
                    boolean withdrawn = desk.withdraw(one);
                    request.getSession()
                            .setAttribute(NOTE, withdrawn ? "follow.withdrawn" : "follow.decided");
                });
        return "redirect:/follow";
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/exit")
    String exit(HttpServletRequest request) {
        forget(request);
        return "redirect:/";
    }

    /** Ends what a reporter's session may see. */
    static void forget(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PASS);
            session.removeAttribute(NOTE);
            session.removeAttribute(FormController.RECEIPT);
        }
    }

    static Optional<ReporterPass> pass(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PASS) instanceof ReporterPass pass
                ? Optional.of(pass)
                : Optional.empty();
    }

    /** The note of what was just done, once. */
    private static String taken(HttpServletRequest request) {
        HttpSession session = request.getSession();
        @Nullable Object note = session.getAttribute(NOTE);
        session.removeAttribute(NOTE);
        return note instanceof String key ? key : "";
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), TYPED_CHARS_MAX));
    }

    private static ModelAndView entry(EntryPage page) {
        return new ModelAndView("reporting/form/entry", Map.of("page", page));
    }

    private static ModelAndView own(OwnPage page) {
        return new ModelAndView("reporting/form/own", Map.of("page", page));
    }
}
