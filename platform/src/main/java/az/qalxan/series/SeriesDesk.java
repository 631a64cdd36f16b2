package az.qalxan.series;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Series as officials work with them: look, list, decide. Everything is worked out from the reports
 * that the caller may read; every decision leaves an audit record in its own transaction. A look
 * reads one state of the database, because the linking may rename components between two of its
 * questions.
 */
@Component
public class SeriesDesk {

    /** Reports of a series that are looked at; of a larger one the newest. */
    public static final int MEMBERS_MAX = 2_000;

    /** Series of one page of a list. */
    public static final int ROWS_MAX = 200;

    /** Characters of a reason. */
    public static final int REASON_CHARS_MIN = 3;

    public static final int REASON_CHARS_MAX = 4_000;

    private final SeriesSight sight;
    private final SeriesLists lists;
    private final DecisionStore decisions;
    private final PendingQueue queue;
    private final LinkWorker worker;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final Clock clock;

    SeriesDesk(
            SeriesSight sight,
            SeriesLists lists,
            DecisionStore decisions,
            PendingQueue queue,
            LinkWorker worker,
            CurrentCaller callers,
            AuditLog audit,
            Clock clock) {
        this.sight = sight;
        this.lists = lists;
        this.decisions = decisions;
        this.queue = queue;
        this.worker = worker;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The series of that report; empty when it is in none or the caller may not read it. Whoever
     * shows it to people uses {@link #open} once, which records the view.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SeriesView> of(ReportId report) {
        return sight.of(report).map(Viewing::view);
    }

    /** The series in which the report stands that gave the number; see {@link #of(ReportId)}. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SeriesView> of(SeriesNumber number) {
        return sight.of(number).map(Viewing::view);
    }

    /** As {@link #of(SeriesNumber)}; the view is recorded. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<SeriesView> open(SeriesNumber number) {
        Optional<SeriesView> series = of(number);
        series.ifPresent(this::recordView);
        return series;
    }

    /** As {@link #of(ReportId)}; the view is recorded. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<SeriesView> open(ReportId report) {
        Optional<SeriesView> series = of(report);
        series.ifPresent(this::recordView);
        return series;
    }

    private void recordView(SeriesView series) {
        audit.record(SeriesAct.VIEWED, AuditSubject.of("series", series.number()));
    }

    /**
     * Why two visible reports are linked, or how near they come to it; empty unless both are
     * visible.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SeriesLink> link(ReportId one, ReportId other) {
        return sight.link(one, other);
    }

    /**
     * A page of the series that the caller may see. The orders but {@link SeriesOrder#NEWEST} list
     * the first ones only.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public SeriesList list(SeriesFilter filter, @Nullable SeriesPlace after, int rows) {
        return lists.list(filter, after, Math.clamp(rows, 1, ROWS_MAX));
    }

    /** The outcome of a decision. */
    public sealed interface Deciding {

        /** It is stored and in force. */
        record Decided(UUID decision) implements Deciding {}

        /** The same was decided before and is still in force, or it was undone already. */
        record AlreadySo(UUID decision) implements Deciding {}

        /** The caller may not read both reports, or there is no such decision. */
        record Absent() implements Deciding {}
    }

    /** Says that two reports belong together, whatever the evidence. */
    @Transactional
    public Deciding confirm(ReportId one, ReportId other, String reason) {
        return decide(one, other, LinkStanding.CONFIRMED, reason);
    }

    /** Says that two reports do not belong together; later runs respect it. */
    @Transactional
    public Deciding reject(ReportId one, ReportId other, String reason) {
        return decide(one, other, LinkStanding.REJECTED, reason);
    }

    private Deciding decide(ReportId one, ReportId other, LinkStanding verdict, String reason) {
        if (one.equals(other) || !sight.sees(List.of(one, other))) {
            return new Deciding.Absent();
        }
        ReportPair pair = new ReportPair(one.value(), other.value());
        decisions.lock(pair);
        Optional<SeriesDecision> before = decisions.inForce(pair);
        if (before.isPresent() && before.get().standing() == verdict) {
            return new Deciding.AlreadySo(before.get().id());
        }
        DecisionStore.Words words = words(reason);
        before.ifPresent(known -> takeBack(known, words));
        UUID decision = decisions.add(pair, verdict, words);
        audit.record(
                verdict == LinkStanding.CONFIRMED ? SeriesAct.CONFIRMED : SeriesAct.REJECTED,
                AuditSubject.of("report", one),
                Map.of(
                        "other",
                        other.toString(),
                        "decision",
                        decision.toString(),
                        "reason",
                        reason));
        takeNotice(pair);
        return new Deciding.Decided(decision);
    }

    /** Takes a decision back; whoever may decide may undo. */
    @Transactional
    public Deciding undo(UUID decision, String reason) {
        Optional<SeriesDecision> found = decisions.find(decision);
        if (found.isEmpty()) {
            return new Deciding.Absent();
        }
        SeriesDecision known = found.get();
        ReportPair pair = new ReportPair(known.one().value(), known.other().value());
        decisions.lock(pair);
        if (!decisions.find(decision).map(SeriesDecision::inForce).orElse(false)) {
            return new Deciding.AlreadySo(decision);
        }
        takeBack(known, words(reason));
        takeNotice(pair);
        return new Deciding.Decided(decision);
    }

    private void takeBack(SeriesDecision known, DecisionStore.Words words) {
        decisions.undo(known.id(), words);
        audit.record(
                SeriesAct.UNDONE,
                AuditSubject.of("report", known.one()),
                Map.of(
                        "other", known.other().toString(),
                        "decision", known.id().toString(),
                        "before", known.standing().code(),
                        "reason", words.reason()));
    }

    private DecisionStore.Words words(String reason) {
        return new DecisionStore.Words(callers.require(), reason, clock.instant());
    }

    private void takeNotice(ReportPair pair) {
        queue.addPair(pair.first(), pair.second());
        worker.wakeAfterCommit();
    }

    /** Whether the caller may see what links that report; it may be in no series all the same. */
    @Transactional(readOnly = true)
    public boolean sees(ReportId report) {
        return sight.sees(List.of(report));
    }

    /** One decision, if the caller may read both its reports. */
    @Transactional(readOnly = true)
    public Optional<SeriesDecision> decision(UUID id) {
        return decisions.find(id);
    }

    /**
     * What was decided about these reports, the newest first: also what was undone, and what keeps
     * a report apart that is not among them. Only decisions between reports that the caller may
     * read.
     */
    @Transactional(readOnly = true)
    public List<SeriesDecision> decisions(List<ReportId> reports) {
        return decisions.about(reports);
    }
}
