package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One report: look, decide, answer. */
@Controller
@RequestMapping("/reports/{id}")
class ReportController {

    private final ReportDesk desk;
    private final ReportPages pages;
    private final Acceptance acceptance;
    private final CaseReports reports;
    private final CurrentCaller callers;
    private final ClosingReasons reasons;
    private final Jurisdiction jurisdiction;
    private final PageFrames frames;

    ReportController(
            ReportDesk desk,
            ReportPages pages,
            Acceptance acceptance,
            CaseReports reports,
            CurrentCaller callers,
            ClosingReasons reasons,
            Jurisdiction jurisdiction,
            PageFrames frames) {
        this.desk = desk;
        this.pages = pages;
        this.acceptance = acceptance;
        this.reports = reports;
        this.callers = callers;
        this.reasons = reasons;
        this.jurisdiction = jurisdiction;
        this.frames = frames;
    }

    @Requires("reporting:read")
    @GetMapping
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        return show(id, "", "casework/report", request, model);
    }

    /** The right pane of the triage page. */
    @Requires("reporting:read")
    @GetMapping("/pane")
    String pane(@PathVariable UUID id, HttpServletRequest request, Model model) {
        return show(id, "", "casework/detail", request, model);
    }

    /** Opens a sensitive report for a stated purpose. */
    @Requires("reporting:read")
    @PostMapping("/open")
    String open(
            @PathVariable UUID id,
            @RequestParam String purpose,
            @RequestParam String words,
            HttpServletRequest request,
            Model model) {
        String stated = EnteredText.words("words", words);
        return show(id, purpose + ": " + stated, "casework/report", request, model);
    }

    private String show(
            UUID id, String purpose, String view, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        return switch (desk.open(new ReportId(id), purpose)) {
            case ReportDesk.Opening.Opened(var report) -> {
                model.addAttribute("page", pages.of(report, text));
                yield view;
            }
            case ReportDesk.Opening.PurposeNeeded(var reference) -> {
                model.addAttribute("page", new PurposePage(id, reference.value()));
                yield view.equals("casework/detail") ? "casework/purposepane" : "casework/purpose";
            }
            case ReportDesk.Opening.Absent() -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }

    /** The page that asks why a sensitive report is opened. */
    record PurposePage(UUID id, String reference) {}

    @Requires("reporting:decide")
    @PostMapping("/accept")
    String accept(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean restricted) {
        Acceptance.Chosen chosen = new Acceptance.Chosen(number, title, restricted);
        return "redirect:/cases/" + acceptance.take(List.of(new ReportId(id)), chosen).number();
    }

    /** Puts a report that a case took into another case as well. */
    @Requires("casework:update")
    @PostMapping("/attach")
    String attach(@PathVariable UUID id, @RequestParam String number) {
        String typed = number.strip();
        if (!CaseNumber.fits(typed)) {
            throw EnteredText.wrong("number", "case.wrong.number", typed);
        }
        reports.attach(new CaseNumber(typed), new ReportId(id), callers.require());
        return "redirect:/cases/" + typed + "/reports";
    }

    @Requires("reporting:decide")
    @PostMapping("/redirect")
    String redirect(@PathVariable UUID id, @RequestParam String to, @RequestParam String words) {
        if (jurisdiction.body(to).isEmpty()) {
            throw EnteredText.wrong("to", "case.wrong.body", to);
        }
        if (!desk.redirect(new ReportId(id), new BodyCode(to), EnteredText.words("words", words))) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        return "redirect:/triage";
    }

    @Requires("reporting:decide")
    @PostMapping("/close")
    String close(@PathVariable UUID id, @RequestParam String reason, @RequestParam String words) {
        if (reasons.inForce().stream().noneMatch(one -> one.code().equals(reason))) {
            throw EnteredText.wrong("reason", "case.wrong.reason", reason);
        }
        List<ReportId> asked = List.of(new ReportId(id));
        if (desk.close(asked, reason, EnteredText.words("words", words)).isEmpty()) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        return "redirect:/triage";
    }

    @Requires("reporting:update")
    @PostMapping("/answer")
    String answer(@PathVariable UUID id, @RequestParam String words) {
        if (!(desk.open(new ReportId(id), "answer") instanceof ReportDesk.Opening.Opened opened)
                || opened.report().byConsent()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        desk.answer(List.of(new ReportId(id)), EnteredText.words("words", words));
        return "redirect:/reports/" + id;
    }
}
