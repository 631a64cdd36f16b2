package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the measures are, for the modules that tell of it. */
@Component
public class Progress {

    private final ProgressStore store;
    private final StageFiles files;
    private final Standings standings;

    Progress(ProgressStore store, StageFiles files, ReportingPack pack) {
        this.store = store;
        this.files = files;
        this.standings = new Standings(pack.zone(), pack.period());
    }

    /**
     * How every measure stood at a moment, by what was said until then: those of the plan that was
     * in force, and those that it no longer has but somebody spoke of. In the order of their
     * numbers.
     */
    @Transactional(readOnly = true)
    public Map<MeasureCode, MeasureStanding> standings(Instant asOf) {
        List<Standings.Planned> planned =
                files.plan(asOf).map(plan -> planned(plan, standings.zone())).orElse(List.of());
        return standings.at(asOf, planned, store.until(asOf));
    }

    /** What was said from one moment until before another, the oldest first. */
    @Transactional(readOnly = true)
    public List<StageEvent> events(Instant from, Instant until) {
        return store.between(from, until).stream().map(Entry::event).toList();
    }

    private static List<Standings.Planned> planned(Plan plan, ZoneId zone) {
        LocalDate approved = plan.edition().approved();
        LocalDate start =
                approved == null ? LocalDate.ofInstant(plan.edition().recorded(), zone) : approved;
        return plan.measures().stream().map(one -> planned(one, start)).toList();
    }

    private static Standings.Planned planned(PlanMeasure one, LocalDate start) {
        @Nullable Integer from = one.measure().span().fromYear();
        return new Standings.Planned(
                one.code(),
                one.measure().span(),
                from == null ? start : LocalDate.of(from, 1, 1),
                StageFiles.parties(one));
    }
}
