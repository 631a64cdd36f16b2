package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
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

    private static final int WORDS_MIN = 10;
    private static final int WORDS_MAX = 4_000;

    private final ReportDesk desk;
    private final ReportPages pages;
    private final Cases cases;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final PageFrames frames;

    ReportController(
            ReportDesk desk,
            ReportPages pages,
            Cases cases,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.pages = pages;
        this.cases = cases;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
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
        String stated = checked("words", words);
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
            @RequestParam(defaultValue = "") String number) {
        List<ReportId> reports = List.of(new ReportId(id));
        return "redirect:/cases/" + into(reports, title, number).number();
    }

    /** Into the named case, or into a new one with that title. */
    private Cases.Opened into(List<ReportId> reports, String title, String number) {
        Caller caller = callers.require();
        if (CaseNumber.fits(number.strip())) {
            return cases.add(new CaseNumber(number.strip()), reports, caller);
        }
        return cases.open(
                new CaseOpening(
                        title.isBlank() ? "—".repeat(3) : title,
                        caller.body(),
                        Handling.AMBER,
                        caller.name(),
                        caller.account().toString(),
                        reports));
    }

    @Requires("reporting:decide")
    @PostMapping("/redirect")
    String redirect(@PathVariable UUID id, @RequestParam String to, @RequestParam String words) {
        if (jurisdiction.body(to).isEmpty()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT, List.of(Violation.at("to", "case.wrong.body", to)));
        }
        if (!desk.redirect(new ReportId(id), new BodyCode(to), checked("words", words))) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        return "redirect:/triage";
    }

    @Requires("reporting:decide")
    @PostMapping("/close")
    String close(@PathVariable UUID id, @RequestParam String reason, @RequestParam String words) {
        if (!desk.close(new ReportId(id), reason, checked("words", words))) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        return "redirect:/triage";
    }

    @Requires("reporting:update")
    @PostMapping("/answer")
    String answer(@PathVariable UUID id, @RequestParam String words) {
        if (desk.open(new ReportId(id), "answer") instanceof ReportDesk.Opening.Absent) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        desk.answer(new ReportId(id), checked("words", words));
        return "redirect:/reports/" + id;
    }

    private static String checked(String field, String words) {
        String stripped = words.strip();
        if (stripped.length() < WORDS_MIN || stripped.length() > WORDS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    field,
                                    "case.wrong.words",
                                    stripped.length(),
                                    WORDS_MIN,
                                    WORDS_MAX)));
        }
        return stripped;
    }
}
