package az.qalxan.strategy.meeting;

import az.qalxan.access.BodyCode;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the progress of the plan says about measures that ask for attention. */
@Component
class Watched {

    private final Progress progress;
    private final Plans plans;

    Watched(Progress progress, Plans plans) {
        this.progress = progress;
        this.plans = plans;
    }

    /** The measures that are late, silent, without evidence or disputed at that moment. */
    List<Lagging> lagging(Instant now) {
        return progress.standings(now).values().stream()
                .filter(one -> !one.dropped() && !one.flags().isEmpty())
                .flatMap(this::lagging)
                .toList();
    }

    private Stream<Lagging> lagging(MeasureStanding standing) {
        Optional<PlanMeasure> measure = plans.lastKnown(standing.code());
        return measure.stream().map(one -> lagging(standing, one));
    }

    private static Lagging lagging(MeasureStanding standing, PlanMeasure measure) {
        @Nullable BodyCode lead = measure.lead().body();
        return new Lagging(
                standing.code().toString(),
                measure.shortTitle(),
                lead == null ? measure.lead().acronym() : lead.value(),
                standing.flags().stream()
                        .map(MeasureStanding.Flag::code)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
