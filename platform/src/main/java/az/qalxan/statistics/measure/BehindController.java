package az.qalxan.statistics.measure;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.Asked.Sight;
import az.qalxan.statistics.measure.Asked.Typed;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases behind a figure, as far as the caller may see them: the figure counts no others. */
@Controller
class BehindController {

    private final Measures measures;
    private final AuditLog audit;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    BehindController(Measures measures, AuditLog audit, Jurisdiction jurisdiction, Clock clock) {
        this.measures = measures;
        this.audit = audit;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /**
     * The list; {@code measures} gives names to codes.
     *
     * @param back the figures that it belongs to
     */
    record BehindPage(
            MeasurePage back,
            MeasureName figure,
            String cell,
            List<MeasureCounts.Behind> cases,
            Measures measures) {

        BehindPage {
            cases = List.copyOf(cases);
        }

        /** Whether there are more than are listed. */
        boolean cut() {
            return cases.size() >= MeasureCounts.CASES_MAX;
        }
    }

    @Requires("casework:read")
    @GetMapping("/statistics/measures/own/cases")
    @Transactional
    public String behind(
            @ModelAttribute Typed period,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String cell,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        Asked asked = period.days(Sight.OWN, today);
        MeasureName name =
                Stream.of(MeasureName.values())
                        .filter(one -> one.code().equals(figure))
                        .findAny()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(
                MeasureAct.BEHIND_LISTED,
                AuditSubject.of("figure", name.code()),
                Map.of("from", asked.from().toString(), "to", asked.to().toString()));
        MeasurePage back =
                new MeasurePage(
                        new Measures.Answer(asked, new Value.Suppressed(), false, List.of()),
                        today,
                        jurisdiction.currency(),
                        List.of(),
                        List.of());
        model.addAttribute(
                "page",
                new BehindPage(back, name, cell, measures.behind(asked, name, cell), measures));
        return "statistics/measure/behind";
    }
}
