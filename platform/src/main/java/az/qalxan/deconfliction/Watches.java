package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with watch lists: look, add, prolong, end; what is over ends by itself. */
@Component
class Watches {

    private static final int EXPIRED_AT_ONCE_MAX = 1_000;

    private final WatchStore store;
    private final WatchCheck check;
    private final RuleBook book;
    private final Entered entered;
    private final ReportReading reading;
    private final AuditLog audit;
    private final Clock clock;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;

    Watches(
            WatchStore store,
            WatchCheck check,
            RuleBook book,
            Entered entered,
            ReportReading reading,
            AuditLog audit,
            Clock clock,
            Jurisdiction jurisdiction,
            PlatformTransactionManager manager) {
        this.store = store;
        this.check = check;
        this.book = book;
        this.entered = entered;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A page of entries; that another body's were shown is recorded. */
    @Transactional
    List<Watch> page(Caller caller, WatchFilter filter, int rows) {
        String key = "";
        if (!filter.words().isEmpty()) {
            List<FoundIdentifier> found = reading.recognise(filter.words());
            if (found.isEmpty()) {
                return List.of();
            }
            key = found.getFirst().linkKey();
        }
        List<Watch> found =
                store.page(
                        new WatchStore.Query(
                                filter,
                                key,
                                filter.mine() ? caller.account().toString() : "",
                                clock.instant().plus(reminder())),
                        rows);
        long foreign =
                found.stream().filter(one -> !one.body().equals(caller.body().value())).count();
        if (foreign > 0) {
            audit.record(
                    DeconflictionAct.WATCHES_VIEWED,
                    AuditSubject.of("watch-list", filter.body().isEmpty() ? "*" : filter.body()),
                    Map.of("results", String.valueOf(foreign)));
        }
        return found;
    }

    /** How long before its end an entry is brought to mind. */
    Duration reminder() {
        return Duration.ofDays(book.rules().reminderDays());
    }

    /** An entry; the view is recorded, and its owner has seen the news. */
    @Transactional
    Watch view(Caller caller, UUID id) {
        Watch watch = see(id);
        AuditSubject subject = AuditSubject.of("watch", id);
        if (watch.body().equals(caller.body().value())) {
            audit.record(DeconflictionAct.WATCH_VIEWED, subject);
        } else {
            audit.record(
                    DeconflictionAct.WATCH_VIEWED,
                    subject,
                    new AuditLog.Concern(watch.body(), Map.of()));
        }
        return watch;
    }

    private Watch see(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Notes that the owner has looked at what appeared. */
    @Transactional
    void seen(Caller caller, Watch watch) {
        if (watch.account().equals(caller.account().toString())) {
            store.see(watch.id());
        }
    }

    /** What would become of the form. */
    @Transactional(readOnly = true)
    WatchCheck.Result preview(Caller caller, WatchForm form) {
        return check.check(caller, form);
    }

    /** Adds an entry for every line that is right; gives their ids. */
    @Transactional
    List<UUID> add(Caller caller, WatchForm form) {
        WatchCheck.Result result = check.check(caller, form);
        WatchStore.@Nullable Terms terms = result.terms();
        if (terms == null || !result.violations().isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, result.violations());
        }
        if (result.fine().isEmpty()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    result.wrong().stream().map(WatchCheck.Line.Wrong::violation).toList());
        }
        keepWithinBudget(caller, result.fine().size());
        endWhatIsOver();
        List<UUID> added = store.insert(result.fine(), terms);
        if (added.isEmpty()) {
            throw ProblemFound.of(DeconflictionProblem.WATCH_STATE);
        }
        store.note(
                added,
                new WatchStore.Step(clock.instant(), "added", caller.name(), terms.purpose()));
        audit.recordAll(DeconflictionAct.WATCHED, "watch", added);
        return added;
    }

    private void keepWithinBudget(Caller caller, int more) {
        Instant morning = book.today().atStartOfDay(jurisdiction.zone()).toInstant();
        WatchStore.Load load = store.load(caller.account().toString(), morning);
        Rules rules = book.rules();
        if (load.live() + more > rules.watchesLiveMax()
                || load.fresh() + more > rules.watchesNewPerDayMax()) {
            throw ProblemFound.of(
                    DeconflictionProblem.WATCH_BUDGET,
                    rules.watchesLiveMax(),
                    rules.watchesNewPerDayMax());
        }
    }

    /** Why and until when an entry goes on. */
    record Renewal(String until, String reason) {}

    /** Prolongs an entry of the caller's body within its ground's term. */
    @Transactional
    void renew(Caller caller, UUID id, Renewal renewal) {
        Watch watch = own(caller, id);
        Entered.Check checked = new Entered.Check();
        String reason = entered.words(checked, "reason", renewal.reason());
        @Nullable Ground ground = entered.ground(checked, watch.ground());
        @Nullable Instant until =
                ground == null ? null : check.until(checked, ground, renewal.until());
        checked.pass();
        if (until == null || !store.renew(watch, until)) {
            throw ProblemFound.of(DeconflictionProblem.WATCH_STATE);
        }
        note(caller, watch, "renewed", reason);
        audit.record(
                DeconflictionAct.WATCH_RENEWED,
                AuditSubject.of("watch", id),
                Map.of("to", until.toString(), "reason", reason));
    }

    /** Ends an entry of the caller's body. */
    @Transactional
    void end(Caller caller, UUID id, String reason) {
        Watch watch = own(caller, id);
        String words = entered.words("reason", reason);
        if (!watch.live() || !store.end(watch)) {
            throw ProblemFound.of(DeconflictionProblem.WATCH_STATE);
        }
        note(caller, watch, "ended", words);
        audit.record(
                DeconflictionAct.WATCH_ENDED,
                AuditSubject.of("watch", id),
                Map.of("reason", words));
    }

    private Watch own(Caller caller, UUID id) {
        Watch watch = see(id);
        if (!watch.body().equals(caller.body().value())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return watch;
    }

    private void note(Caller caller, Watch watch, String kind, String detail) {
        store.note(
                List.of(watch.id()),
                new WatchStore.Step(clock.instant(), kind, caller.name(), detail));
    }

    /** What is over watches no more from its very moment; this writes it down. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void expire() {
        ActingAs.run(
                TransactionIdentity.job("deconfliction"),
                () -> transaction.executeWithoutResult(status -> endWhatIsOver()));
    }

    private void endWhatIsOver() {
        List<UUID> over = store.expire(clock.instant(), EXPIRED_AT_ONCE_MAX);
        if (!over.isEmpty()) {
            store.note(over, new WatchStore.Step(clock.instant(), "expired", "", ""));
            audit.recordAll(DeconflictionAct.WATCH_ENDED, "watch", over);
        }
    }
}
