package az.qalxan.strategy.timeline;

import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A measure in time: when it runs, as the plan says it, and how far it is. */
public record Bar(PlanMeasure measure, MeasureStanding standing) {

    /** A bar for each measure, with how it stands; one of which nobody spoke has said nothing. */
    public static List<Bar> of(
            List<PlanMeasure> measures,
            Map<az.qalxan.engines.plan.MeasureCode, MeasureStanding> standings) {
        return measures.stream()
                .map(one ->
                        new Bar(
                                one,
                                standings.getOrDefault(
                                        one.code(),
                                        new MeasureStanding(
                                                one.code(),
                                                Map.of(),
                                                java.util.Set.of(),
                                                null,
                                                false))))
                .toList();
    }

    Span span() {
        return measure.measure().span();
    }

    public StageStanding stage(Stage stage) {
        return standing.stage(stage);
    }

    /** Whether its last year is over and its final stage is not reached. */
    public boolean late() {
        return standing.is(MeasureStanding.Flag.LATE);
    }

    public String title(Text text) {
        return measure.shortTitle().in(text.language().code());
    }

    /** The period in words, open where it is open. */
    public String period(Text text) {
        return period(span(), text);
    }

    /** A period in words, open where it is open. */
    public static String period(Span span, Text text) {
        Integer from = span.fromYear();
        Integer until = span.untilYear();
        if (until == null) {
            return from == null
                    ? text.of("timeline.period.open")
                    : text.of("timeline.period.open-from", from);
        }
        return until.equals(from)
                ? text.of("timeline.period.year", until)
                : text.of("timeline.period.years", from == null ? "…" : from, until);
    }

    /** Whether it runs in the year of that day. */
    boolean runsOn(LocalDate day) {
        return span().includes(day.getYear());
    }
}
