package az.qalxan.strategy.open;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanChanged;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps what everybody may see for a few minutes, so that a visitor costs no query. It is read as
 * the system, because visitors may read no row of progress; what leaves is chosen by {@link
 * OpenMeasure}.
 */
@Component
class OpenShelf {

    static final Duration KEPT = Duration.ofMinutes(5);

    private static final TransactionIdentity JOB = TransactionIdentity.job("open-plan");

    private final Plans plans;
    private final Progress progress;
    private final Clock clock;
    private final ZoneId zone;
    private final AtomicReference<@Nullable OpenPlan> kept = new AtomicReference<>();

    OpenShelf(Plans plans, Progress progress, Jurisdiction jurisdiction, Clock clock) {
        this.plans = plans;
        this.progress = progress;
        this.clock = clock;
        this.zone = jurisdiction.zone();
    }

    /** Empty where there is no plan. */
    Optional<OpenPlan> current() {
        Instant now = clock.instant();
        OpenPlan known = kept.get();
        if (known != null && now.isBefore(known.asOf().plus(KEPT))) {
            return Optional.of(known);
        }
        Optional<OpenPlan> fresh =
                ActingAs.call(JOB, () -> plans.current().map(plan -> of(plan, now)));
        kept.set(fresh.orElse(null));
        return fresh;
    }

    private OpenPlan of(Plan plan, Instant now) {
        var standings = progress.standings(now);
        return new OpenPlan(
                plan.edition(),
                now,
                plan.priorities(),
                plan.measures().stream()
                        .map(one -> OpenMeasure.of(one, standings.get(one.code()), zone))
                        .toList(),
                plan.coverage());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(PlanChanged changed) {
        forget();
    }

    void forget() {
        kept.set(null);
    }
}
