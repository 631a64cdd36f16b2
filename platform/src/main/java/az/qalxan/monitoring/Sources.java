package az.qalxan.monitoring;

import az.qalxan.access.AccountId;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with sources: open, change, close, give programs keys. */
@Component
class Sources {

    private static final String SUBJECT = "event-source";
    private static final int KEY_NAME_CHARS_MAX = 80;
    private static final int KEY_DAYS_MAX = 730;

    private final EventSourceStore store;
    private final PulseStore pulses;
    private final BatchStore batches;
    private final MonitoringPack pack;
    private final ApiClients clients;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sources(
            EventSourceStore store,
            PulseStore pulses,
            BatchStore batches,
            MonitoringPack pack,
            ApiClients clients,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.pulses = pulses;
        this.batches = batches;
        this.pack = pack;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The formats that a source may be written in. */
    static List<String> formats() {
        return Formats.names();
    }

    @Transactional(readOnly = true)
    Source see(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    List<SourceHealth> health() {
        return store.health(clock.instant());
    }

    @Transactional(readOnly = true)
    SourceHealth health(UUID id) {
        return store.health(id, clock.instant())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** All that the caller may see, without how they are. */
    @Transactional(readOnly = true)
    List<Source> all() {
        return store.all();
    }

    List<Violation> violations(SourceForm form) {
        return form.violations(pack.codes(), formats());
    }

    /** Opens a source of the caller's body. */
    @Transactional
    UUID open(Caller caller, SourceForm form) {
        UUID id =
                store.insert(form.checked(pack.codes(), formats()), caller.name(), clock.instant())
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(Violation.at("name", "source.wrong.name-taken"))));
        audit.record(MonitoringAct.SOURCE_OPENED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    /** Changes what is written of a source; its body and marking stay. */
    @Transactional
    void change(UUID id, int version, SourceForm form) {
        see(id);
        if (!store.update(id, version, form.checked(pack.codes(), formats()))) {
            throw ProblemFound.of(MonitoringProblem.CHANGED);
        }
        audit.record(MonitoringAct.SOURCE_CHANGED, AuditSubject.of(SUBJECT, id));
    }

    /** Takes no more events of it; what was taken stays for its time. */
    @Transactional
    void close(UUID id) {
        see(id);
        if (!store.close(id, clock.instant())) {
            throw ProblemFound.of(MonitoringProblem.CHANGED);
        }
        audit.record(MonitoringAct.SOURCE_CLOSED, AuditSubject.of(SUBJECT, id));
    }

    /** Somebody of the body knows that it is silent. */
    @Transactional
    void seeSilence(Caller caller, UUID id) {
        see(id);
        if (pulses.see(id, caller.name(), clock.instant())) {
            audit.record(MonitoringAct.SILENCE_SEEN, AuditSubject.of(SUBJECT, id));
        }
    }

    /** The caller's body's batches that were left aside are judged again. */
    @Transactional
    void tryAgain() {
        Map<UUID, Integer> waiting = batches.tryAgain();
        waiting.forEach((source, count) ->
                audit.record(
                        MonitoringAct.BATCHES_TRIED_AGAIN,
                        AuditSubject.of(SUBJECT, source),
                        Map.of("batches", String.valueOf(count))));
    }

    @Transactional(readOnly = true)
    List<EventSourceStore.Key> keys(UUID source) {
        return store.keys(source);
    }

    /**
     * Gives a program a key that can send events for this source and do nothing else.
     *
     * @return the token, which is never shown again
     */
    String issueKey(Caller caller, UUID id, String name, int days) {
        Source source = Objects.requireNonNull(transaction.execute(_ -> see(id)));
        String bare = name.strip();
        List<Violation> wrong = new ArrayList<>();
        if (bare.isEmpty() || bare.length() > KEY_NAME_CHARS_MAX) {
            wrong.add(
                    Violation.at(
                            "name", "source.wrong.length", 1, KEY_NAME_CHARS_MAX, bare.length()));
        }
        if (days < 1 || days > KEY_DAYS_MAX) {
            wrong.add(Violation.at("days", "source.wrong.number", 1, KEY_DAYS_MAX));
        }
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        if (!source.body().equals(caller.body().value()) || !source.open()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        NewApiClient program =
                new NewApiClient(
                        bare, caller.body(), Set.of(Role.EVENT_SENDER), Duration.ofDays(days));
        ApiClients.Issued issued =
                ActingAs.call(
                        TransactionIdentity.job("monitoring"),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> clients.issue(program))));
        keep(caller, id, issued.account(), program);
        return issued.token();
    }

    private void keep(Caller caller, UUID source, AccountId account, NewApiClient program) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            store.insertKey(
                    new EventSourceStore.Key(
                            account.value(),
                            source,
                            program.name(),
                            now,
                            caller.name(),
                            now.plus(program.lifetime()),
                            null));
            audit.record(
                    MonitoringAct.KEY_ISSUED,
                    AuditSubject.of(SUBJECT, source),
                    Map.of("name", program.name(), "account", account.toString()));
        });
    }

    /** Ends a key at once. */
    void revokeKey(UUID source, UUID account) {
        transaction.executeWithoutResult(_ -> {
            boolean known =
                    store.keys(source).stream().anyMatch(one -> one.account().equals(account));
            if (!known || !store.revokeKey(account, clock.instant())) {
                throw ProblemFound.of(WebProblem.NOT_FOUND);
            }
            audit.record(
                    MonitoringAct.KEY_REVOKED,
                    AuditSubject.of(SUBJECT, source),
                    Map.of("account", account.toString()));
        });
        ActingAs.run(
                TransactionIdentity.job("monitoring"),
                () ->
                        transaction.executeWithoutResult(
                                _ -> clients.revoke(new AccountId(account))));
    }
}
