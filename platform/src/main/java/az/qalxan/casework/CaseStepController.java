package az.qalxan.casework;

import az.qalxan.access.Colleague;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
    private static final int ARTICLE_CHARS_MAX = 60;

    private final Cases cases;
    private final Colleagues colleagues;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final Clock clock;

    CaseStepController(
            Cases cases,
            Colleagues colleagues,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            Clock clock) {
        this.cases = cases;
        this.colleagues = colleagues;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    @Requires("casework:update")
    @PostMapping("/notes")
    String note(@PathVariable String number, @RequestParam String words) {
        cases.write(
                CaseController.number(number),
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
        CaseNumber inCase = CaseController.number(number);
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

    @Requires("casework:update")
    @PostMapping("/offences")
    String offence(@PathVariable String number, @RequestParam String article) {
        String named = EnteredText.checked("article", article, 1, ARTICLE_CHARS_MAX);
        boolean verified =
                jurisdiction.categories().stream()
                        .flatMap(category -> category.offences().stream())
                        .filter(hint -> hint.article().equals(named))
                        .anyMatch(OffenceHint::verified);
        cases.put(
                CaseController.number(number),
                new CaseContents.Offence(named, verified),
                callers.require());
        return "redirect:/cases/" + number + "#offences";
    }

    @Requires("casework:update")
    @PostMapping("/members")
    String member(@PathVariable String number, @RequestParam UUID account) {
        cases.join(CaseController.number(number), colleague(account), callers.require());
        return "redirect:/cases/" + number + "#members";
    }

    private Colleague colleague(UUID account) {
        return colleagues.ofCaller().stream()
                .filter(one -> one.account().value().equals(account))
                .findAny()
                .orElseThrow(() -> EnteredText.wrong("account", "case.wrong.account"));
    }

    @Requires("casework:update")
    @PostMapping("/restrict")
    String restrict(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam boolean restricted) {
        cases.restrict(CaseController.number(number), version, restricted, callers.require());
        return "redirect:/cases/" + number;
    }

    /** Suspends, resumes, closes or opens again. */
    @Requires("casework:decide")
    @PostMapping("/state/{step:suspend|resume|close|reopen}")
    String step(
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam String reason) {
        cases.step(
                CaseController.number(number),
                version,
                Cases.Step.valueOf(step.toUpperCase(Locale.ROOT)),
                EnteredText.words("reason", reason),
                callers.require());
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
        CaseNumber known = CaseController.number(number);
        if (cases.find(known).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        cases.end(known, task, state, callers.require());
        return from.equals("tasks") ? "redirect:/tasks" : "redirect:/cases/" + known + "#tasks";
    }
}
