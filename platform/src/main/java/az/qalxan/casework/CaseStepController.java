package az.qalxan.casework;

import az.qalxan.access.Colleague;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportSearch;
import az.qalxan.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done in a case. */
@Controller
@RequestMapping("/cases/{number}")
class CaseStepController {

    private static final Set<String> CLOCKS = Set.of("ceiling", "floor", "target");
    private static final Pattern SERIES = Pattern.compile("S-[0-9]{4}-[0-9]{1,9}");

    private final Cases cases;
    private final CaseDesk desk;
    private final CaseReports reports;
    private final ReportSearch search;
    private final Colleagues colleagues;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final Clock clock;

    CaseStepController(
            Cases cases,
            CaseDesk desk,
            CaseReports reports,
            ReportSearch search,
            Colleagues colleagues,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.reports = reports;
        this.search = search;
        this.colleagues = colleagues;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    @Requires("casework:update")
    @PostMapping("/notes")
    String note(@PathVariable String number, @RequestParam String words) {
        cases.write(
                CaseDesk.number(number),
                EnteredText.checked("words", words, 1, EnteredText.WORDS_MAX),
                callers.require());
        return "redirect:/cases/" + number + "#notes";
    }

    @Requires("casework:update")
    @PostMapping("/tasks")
    String task(
            @PathVariable String number,
            @RequestParam String title,
            @RequestParam String clock,
            @RequestParam String due,
            @RequestParam UUID account) {
        CaseNumber inCase = CaseDesk.number(number);
        if (!CLOCKS.contains(clock)) {
            throw EnteredText.wrong("clock", "case.wrong.clock", clock);
        }
        Colleague assignee = colleague(account);
        CaseTask task =
                new CaseTask(
                        UUID.randomUUID(),
                        inCase,
                        "",
                        EnteredText.title("title", title),
                        clock,
                        moment(due),
                        assignee.account().toString(),
                        assignee.name(),
                        "open");
        cases.set(inCase, task, callers.require());
        return "redirect:/cases/" + number + "#tasks";
    }

    private Instant moment(String due) {
        try {
            Instant moment = LocalDateTime.parse(due).atZone(jurisdiction.zone()).toInstant();
            if (moment.isAfter(clock.instant())) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong("due", "case.wrong.due", due);
        }
        throw EnteredText.wrong("due", "case.wrong.due-past", due);
    }

    private Colleague colleague(UUID account) {
        return colleagues.ofCaller().stream()
                .filter(one -> one.account().value().equals(account))
                .findAny()
                .orElseThrow(() -> EnteredText.wrong("account", "case.wrong.account"));
    }

    /** Suspends, resumes, closes or opens again. */
    @Requires("casework:decide")
    @PostMapping("/state/{step:suspend|resume|close|reopen}")
    String step(
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam String reason) {
        Cases.Stepping stepping =
                new Cases.Stepping(
                        Cases.Step.valueOf(step.toUpperCase(Locale.ROOT)),
                        new Ending(outcome, EnteredText.words("reason", reason)));
        cases.step(CaseDesk.number(number), version, stepping, callers.require());
        return "redirect:/cases/" + number;
    }

    /** Ends a task of this case. */
    @Requires("casework:update")
    @PostMapping("/tasks/{task}/{state:done|cancelled}")
    String end(
            @PathVariable String number,
            @PathVariable UUID task,
            @PathVariable String state,
            @RequestParam(defaultValue = "") String from) {
        CaseNumber known = CaseDesk.number(number);
        cases.end(known, task, state, callers.require());
        return from.equals("tasks") ? "redirect:/tasks" : "redirect:/cases/" + known + "#tasks";
    }

    /** Puts a report into this case by its number. */
    @Requires("casework:update")
    @PostMapping("/reports")
    String attach(@PathVariable String number, @RequestParam String reference) {
        CaseNumber known = desk.require(number).number();
        ReportId report =
                search.byReference(reference)
                        .orElseThrow(() ->
                                EnteredText.wrong("reference", "case.wrong.reference", reference));
        reports.attach(known, report, callers.require());
        return "redirect:/cases/" + known + "/reports";
    }

    /** Takes a report out of this case. */
    @Requires("casework:update")
    @PostMapping("/reports/{link}/detach")
    String detach(
            @PathVariable String number, @PathVariable UUID link, @RequestParam String reason) {
        reports.detach(
                CaseDesk.number(number),
                link,
                EnteredText.words("reason", reason),
                callers.require());
        return "redirect:/cases/" + number + "/reports#detached";
    }

    /** Puts a report back that was taken out. */
    @Requires("casework:update")
    @PostMapping("/reports/{link}/back")
    String putBack(@PathVariable String number, @PathVariable UUID link) {
        reports.putBack(CaseDesk.number(number), link, callers.require());
        return "redirect:/cases/" + number + "/reports";
    }

    /** Says that this case is about a series. */
    @Requires("casework:update")
    @PostMapping("/series")
    String series(@PathVariable String number, @RequestParam String series) {
        CaseNumber known = desk.require(number).number();
        String named = series.strip().toUpperCase(Locale.ROOT);
        if (!SERIES.matcher(named).matches()) {
            throw EnteredText.wrong("series", "case.wrong.series", series);
        }
        cases.series(known, named, true, callers.require());
        return "redirect:/cases/" + known + "/reports#series";
    }

    @Requires("casework:update")
    @PostMapping("/series/{series}/leave")
    String leaveSeries(@PathVariable String number, @PathVariable String series) {
        cases.series(CaseDesk.number(number), series, false, callers.require());
        return "redirect:/cases/" + number + "/reports#series";
    }
}
