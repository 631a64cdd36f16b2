package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with findings: look at them, and say that some are none. */
@Component
class FindingDesk {

    static final int SUPPRESSED_DAYS_MAX = 90;

    private final FindingStore store;
    private final SuppressionStore suppressions;
    private final AuditLog audit;
    private final Clock clock;

    FindingDesk(FindingStore store, SuppressionStore suppressions, AuditLog audit, Clock clock) {
        this.store = store;
        this.suppressions = suppressions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The list was opened; what is added to it while it stays open is not recorded again. */
    @Transactional
    List<FindingStore.Row> open(Caller caller, FindingFilter filter, int rows) {
        audit.record(
                MonitoringAct.FINDINGS_VIEWED,
                AuditSubject.of("findings", caller.body()),
                Map.of("show", filter.show().code()));
        return store.page(filter, rows);
    }

    @Transactional(readOnly = true)
    List<FindingStore.Row> page(FindingFilter filter, int rows) {
        return store.page(filter, rows);
    }

    /** What was seen after the filter's place, the oldest of it; the newest of those first. */
    @Transactional(readOnly = true)
    List<FindingStore.Row> since(FindingFilter filter, int rows) {
        return store.since(filter, rows);
    }

    @Transactional
    List<FindingStore.Row> export(Caller caller, FindingFilter filter, int rows) {
        List<FindingStore.Row> found = store.page(filter, rows);
        audit.record(
                MonitoringAct.FINDINGS_EXPORTED,
                AuditSubject.of("findings", caller.body()),
                Map.of("results", String.valueOf(found.size())));
        return found;
    }

    @Transactional
    FindingStore.Row view(UUID id) {
        FindingStore.Row row = find(id);
        audit.record(MonitoringAct.FINDING_VIEWED, AuditSubject.of("finding", id));
        return row;
    }

    private FindingStore.Row find(UUID id) {
        return store.of(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Rules that found more today than their budget allows. */
    @Transactional(readOnly = true)
    List<FindingStore.Noisy> noisy() {
        return store.noisy(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
    }

    @Transactional(readOnly = true)
    List<Suppression> suppressions() {
        return suppressions.latest(500);
    }

    /**
     * What of a finding is to be suppressed.
     *
     * @param onlySource whether only at its source
     * @param entity one of its entities as {@code kind:value}; empty for all of them
     * @param days for how long
     */
    record Wanted(boolean onlySource, String entity, String reason, int days) {}

    /** Keeps its like from being told for a time. */
    @Transactional
    UUID suppress(Caller caller, UUID finding, Wanted wanted) {
        KeptFinding like = find(finding).finding();
        if (!like.body().equals(caller.body().value())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        String reason = RuleDesk.reason("reason", wanted.reason());
        if (wanted.days() < 1 || wanted.days() > SUPPRESSED_DAYS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("days", "source.wrong.number", 1, SUPPRESSED_DAYS_MAX)));
        }
        Instant now = clock.instant();
        @Nullable Entity entity =
                like.entities().stream()
                        .filter(one -> Entities.key(one).equals(wanted.entity()))
                        .findFirst()
                        .orElse(null);
        if (entity == null && !wanted.entity().isEmpty()) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        UUID id =
                suppressions.insert(
                        new Suppression.Terms(
                                like.rule().id(),
                                like.rule().title(),
                                wanted.onlySource() ? like.source() : null,
                                entity,
                                reason,
                                now.plus(Duration.ofDays(wanted.days()))),
                        like.handling(),
                        caller.name(),
                        now);
        audit.record(
                MonitoringAct.SUPPRESSED,
                AuditSubject.of("suppression", id),
                Map.of("rule", like.rule().id(), "reason", reason));
        return id;
    }

    @Transactional
    void end(Caller caller, UUID id) {
        if (!suppressions.end(id, caller.name(), clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(MonitoringAct.SUPPRESSION_ENDED, AuditSubject.of("suppression", id));
    }
}
