package az.qalxan.monitoring;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes findings in the transaction of their judging and tells who listens: not what is only
 * tried, suppressed, or beyond its rule's noise budget. What is critical has no budget.
 */
@Component
class FindingWriter {

    private static final String CRITICAL = "critical";

    private final FindingStore store;
    private final SuppressionStore suppressions;
    private final ObjectProvider<FindingListener> listeners;
    private final AuditLog audit;
    private final Clock clock;

    FindingWriter(
            FindingStore store,
            SuppressionStore suppressions,
            ObjectProvider<FindingListener> listeners,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.suppressions = suppressions;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes what was found; gives how much of it is new. */
    int write(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<FindingStore.Fresh> fresh = judged(drafts, now);
        Set<UUID> written = new HashSet<>(store.insert(fresh, now));
        List<FindingStore.Fresh> kept =
                fresh.stream().filter(one -> written.contains(one.id())).toList();
        if (!kept.isEmpty()) {
            record(kept);
            tell(kept, now);
        }
        return kept.size();
    }

    private List<FindingStore.Fresh> judged(List<Draft> drafts, Instant now) {
        Map<String, List<Suppression>> live = new HashMap<>();
        Map<FindingStore.Day, Integer> more = new HashMap<>();
        List<@Nullable UUID> suppressed = new ArrayList<>();
        for (Draft draft : drafts) {
            @Nullable UUID by =
                    live
                            .computeIfAbsent(
                                    draft.source().body(), body -> suppressions.live(body, now))
                            .stream()
                            .filter(one -> one.covers(draft))
                            .map(Suppression::id)
                            .findFirst()
                            .orElse(null);
            suppressed.add(by);
            if (by == null) {
                more.merge(day(draft, now), 1, Integer::sum);
            }
        }
        return budgeted(drafts, suppressed, more.isEmpty() ? Map.of() : before(more), now);
    }

    /** How many each had before these. */
    private Map<FindingStore.Day, Integer> before(Map<FindingStore.Day, Integer> more) {
        Map<FindingStore.Day, Integer> before = store.count(more);
        before.replaceAll((day, count) -> count - Objects.requireNonNullElse(more.get(day), 0));
        return before;
    }

    private List<FindingStore.Fresh> budgeted(
            List<Draft> drafts,
            List<@Nullable UUID> suppressed,
            Map<FindingStore.Day, Integer> before,
            Instant now) {
        Map<FindingStore.Day, Integer> counts = new HashMap<>(before);
        List<FindingStore.Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            @Nullable UUID by = suppressed.get(i);
            boolean over =
                    by == null
                            && counts.merge(day(draft, now), 1, Integer::sum)
                                    > draft.version().of().budget()
                            && !draft.rule().level().equals(CRITICAL);
            fresh.add(
                    new FindingStore.Fresh(
                            store.id(), draft, draft.version().is("trial"), by, over));
        }
        return fresh;
    }

    private static FindingStore.Day day(Draft draft, Instant now) {
        return new FindingStore.Day(
                draft.version().id(),
                draft.rule().id(),
                draft.source().body(),
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
    }

    private void record(List<FindingStore.Fresh> kept) {
        Map<UUID, Integer> bySource = new HashMap<>();
        kept.forEach(one -> bySource.merge(one.draft().source().id(), 1, Integer::sum));
        bySource.forEach((source, count) ->
                audit.record(
                        MonitoringAct.FOUND,
                        AuditSubject.of("event-source", source),
                        Map.of("findings", String.valueOf(count))));
    }

    private void tell(List<FindingStore.Fresh> kept, Instant now) {
        List<KeptFinding> told =
                kept.stream()
                        .filter(one ->
                                !one.trial() && one.suppressedBy() == null && !one.overBudget())
                        .map(one -> finding(one, now))
                        .toList();
        if (!told.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.found(told));
        }
    }

    private static KeptFinding finding(FindingStore.Fresh fresh, Instant now) {
        Draft draft = fresh.draft();
        return new KeptFinding(
                fresh.id(),
                draft.source().body(),
                draft.handling(),
                draft.source().id(),
                draft.event(),
                draft.events(),
                draft.at(),
                now,
                draft.rule(),
                draft.matched(),
                draft.entities(),
                fresh.trial(),
                draft.indicator());
    }
}
