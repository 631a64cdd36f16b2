package az.qalxan.statistics.measure;

import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.BorderDesk;
import az.qalxan.statistics.measure.CaseFact.Kind;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a case is counted, and what only people can say of it. */
@Controller
@RequestMapping("/cases/{number}/measure")
class CaseMeasureController {

    private final CaseDesk cases;
    private final CaseFactStore store;
    private final Measures measures;
    private final Borders borders;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final Clock clock;

    CaseMeasureController(
            CaseDesk cases,
            CaseFactStore store,
            Measures measures,
            Borders borders,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.measures = measures;
        this.borders = borders;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    @Requires("casework:read")
    @GetMapping
    @Transactional
    public String page(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseHead head = cases.view(number);
        List<CaseFactStore.Recorded> facts = store.of(head.number().value());
        model.addAttribute(
                "page",
                new CaseMeasurePage(
                        cases.top(head, "measure", request),
                        facts,
                        border(facts),
                        today(),
                        measures));
        return "statistics/measure/case";
    }

    private static String border(List<CaseFactStore.Recorded> facts) {
        return facts.stream()
                .map(CaseFactStore.Recorded::fact)
                .filter(fact -> fact.kind() == Kind.BORDER)
                .max(Comparator.comparing(CaseFact::holdsFrom).thenComparing(CaseFact::recordedAt))
                .map(CaseFact::value)
                .orElse(Borders.UNKNOWN);
    }

    /** Says since which day it is known whether the offence crosses a border. */
    @Requires("casework:update")
    @PostMapping("/border")
    @Transactional
    public String tell(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String border,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason) {
        CaseHead head = cases.require(number);
        borders.tell(
                head,
                new BorderDesk.Answer(border, day(on), EnteredText.words("reason", reason)),
                callers.require());
        return "redirect:/cases/" + head.number() + "/measure";
    }

    private LocalDate day(String on) {
        if (on.isBlank()) {
            return today();
        }
        try {
            LocalDate day = LocalDate.parse(on.strip());
            if (!day.isAfter(today())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw EnteredText.wrong("on", "case.wrong.day", on);
        }
        throw EnteredText.wrong("on", "case.wrong.day-to-come", on);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }
}
