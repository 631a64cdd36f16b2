package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the measures are, for the modules that tell of it. */
@Component
public class Progress {

    private final ProgressStore store;
    private final Snapshots snapshots;

    Progress(ProgressStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /**
     * How every measure stood at a moment, by what was said until then: those of the plan that was
     * in force, and those that it no longer has but somebody spoke of. In the order of their
     * numbers.
     */
    @Transactional(readOnly = true)
    public Map<MeasureCode, MeasureStanding> standings(Instant asOf) {
        return snapshots.at(asOf).standings();
    }

    /** What was said from one moment until before another, the oldest first. */
    @Transactional(readOnly = true)
    public List<StageEvent> events(Instant from, Instant until) {
        return store.between(from, until).stream().map(Entry::event).toList();
    }
}
