package az.qalxan.strategy.timeline;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.web.Text;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure in time: when it runs, as the plan says it, and how far it is.
 *
 * @param lead the acronym of the body that answers for it
 * @param late whether its last year is over and its final stage is not reached
 */
public record Bar(
        MeasureCode code,
        Words title,
        String lead,
        Span span,
        Map<Stage, StageStanding.State> states,
        boolean late) {

    public Bar {
        Map<Stage, StageStanding.State> every = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            every.put(stage, states.getOrDefault(stage, StageStanding.State.OPEN));
        }
        states = Collections.unmodifiableMap(every);
    }

    /** The measure; {@code standing} is null where nobody said anything of it. */
    public static Bar of(PlanMeasure measure, @Nullable MeasureStanding standing) {
        Map<Stage, StageStanding.State> states = new EnumMap<>(Stage.class);
        if (standing != null) {
            standing.stages().forEach((stage, at) -> states.put(stage, at.state()));
        }
        return new Bar(
                measure.code(),
                measure.shortTitle(),
                measure.lead().current(),
                measure.measure().span(),
                states,
                standing != null && standing.is(MeasureStanding.Flag.LATE));
    }

    /** A bar for each measure. */
    public static List<Bar> of(
            List<PlanMeasure> measures, Map<MeasureCode, MeasureStanding> standings) {
        return measures.stream().map(one -> of(one, standings.get(one.code()))).toList();
    }

    public StageStanding.State state(Stage stage) {
        return states.getOrDefault(stage, StageStanding.State.OPEN);
    }

    public String title(Text text) {
        return title.in(text.language().code());
    }

    /** The period in words, open where it is open. */
    public String period(Text text) {
        return period(span, text);
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
}
