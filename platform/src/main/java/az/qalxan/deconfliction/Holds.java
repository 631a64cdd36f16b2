package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportMatches;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The second person's look at a source beyond its budget, and the note taken of alarms. */
@Component
class Holds {

    /** Reports of a source that a reviewer looks at. */
    static final int REPORTS_MAX = 100;

    /** Released: the source is answered for. Rejected: its matches are told to nobody. */
    private static final Set<String> ANSWERS = Set.of("released", "rejected");

    private final HoldStore store;
    private final ReportMatches matches;
    private final ReportLists lists;
    private final Entered entered;
    private final RuleBook book;
    private final AuditLog audit;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;

    Holds(
            HoldStore store,
            ReportMatches matches,
            ReportLists lists,
            Entered entered,
            RuleBook book,
            AuditLog audit,
            Jurisdiction jurisdiction,
            PlatformTransactionManager manager) {
        this.store = store;
        this.matches = matches;
        this.lists = lists;
        this.entered = entered;
        this.book = book;
        this.audit = audit;
        this.jurisdiction = jurisdiction;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * A hold with the latest reports of its source that the caller may read: all, not the matches.
     */
    record View(HoldStore.Hold hold, List<ReportRow> reports) {

        View {
            reports = List.copyOf(reports);
        }
    }

    /**
     * What the source sent is read from the journal by the system, because whoever reviews need not
     * be a reader of the journal; the reports themselves are read with the caller's own rights.
     */
    View view(UUID id) {
        HoldStore.Hold hold = Objects.requireNonNull(transaction.execute(status -> see(id)));
        Instant since = hold.day().atStartOfDay(jurisdiction.zone()).toInstant();
        List<ReportId> sent =
                Source.named(hold.account())
                        ? ActingAs.call(
                                TransactionIdentity.job("deconfliction"),
                                () -> matches.sentBy(hold.account(), since, REPORTS_MAX))
                        : List.of();
        return new View(hold, lists.of(sent));
    }

    private HoldStore.Hold see(UUID id) {
        HoldStore.Hold hold =
                store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(DeconflictionAct.HOLD_VIEWED, AuditSubject.of("hold", id));
        return hold;
    }

    /** Answers for the source, or rejects what it entered; nobody decides on the own entries. */
    @Transactional
    void decide(Caller caller, UUID id, String answer, String reason) {
        if (store.find(id).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        Entered.Check check = new Entered.Check();
        String words = entered.words(check, "reason", reason);
        if (!ANSWERS.contains(answer)) {
            check.wrong("answer", "hold.wrong.answer", answer);
        }
        check.pass();
        if (!store.decide(id, new HoldStore.Decision(answer, caller.name(), words, book.today()))) {
            throw ProblemFound.of(DeconflictionProblem.HOLD_STATE);
        }
        audit.record(
                DeconflictionAct.HOLD_DECIDED,
                AuditSubject.of("hold", id),
                Map.of("to", answer, "reason", words));
    }

    /** Takes note of an alarm of the caller's body. */
    @Transactional
    void take(Caller caller, UUID hold) {
        if (!store.take(hold, caller.body().value(), caller.name())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(DeconflictionAct.ALARM_SEEN, AuditSubject.of("hold", hold));
    }
}
