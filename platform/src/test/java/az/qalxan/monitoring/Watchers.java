package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker;
import az.qalxan.database.WorkTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources and rules for the tests of this module. */
final class Watchers {

    static final String WHY = "Sınaq üçün kifayət qədər söz.";

    private final ApplicationContext context;
    private final TransactionTemplate transaction;

    Watchers(ApplicationContext context) {
        this.context = context;
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return ActingAs.call(
                caller.identity(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    UUID source(Caller caller, String handling) {
        return as(
                caller,
                () ->
                        bean(Sources.class)
                                .open(
                                        caller,
                                        new SourceForm(
                                                "Sınaq " + UUID.randomUUID(),
                                                "energy",
                                                "Yarımstansiya",
                                                4,
                                                "auto",
                                                "",
                                                "",
                                                "",
                                                WHY,
                                                30,
                                                60,
                                                handling)));
    }

    /** A set whose only rule asks whether the field {@code mark} is that word. */
    UUID set(Caller caller, boolean every, int budget) {
        return as(
                caller,
                () ->
                        bean(RuleDesk.class)
                                .make(
                                        caller,
                                        new RuleDesk.NewSet(
                                                "Sınaq " + UUID.randomUUID(), every, budget)));
    }

    static String rule(UUID id, String mark, String level) {
        return """
        title: Sınaq %s
        id: %s
        author: Müəllif Sınaqlı
        license: DRL 1.1
        tags: [attack.t1059.001]
        logsource: {category: sinaq}
        detection:
          one: {mark: '%s'}
          condition: one
        level: %s
        """
                .formatted(mark, id, mark, level)
                .replace("logsource: {category: sinaq}", "logsource: {}");
    }

    UUID version(Caller caller, UUID set, String... rules) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (int i = 0; i < rules.length; i++) {
            files.put(i + ".yml", rules[i].getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return as(
                caller,
                () -> bean(RuleDesk.class).handIn(caller, set, new RulePackage(files), WHY));
    }

    void inForce(Caller caller, UUID version) {
        as(caller, () -> bean(RuleDesk.class).backTest(caller, version, 1));
        while (as(caller, () -> bean(BackTestStore.class).of(version)).stream()
                .noneMatch(one -> one.is("done"))) {
            bean(BackTests.class).runOne();
        }
        move(caller, version, "active");
    }

    void move(Caller caller, UUID version, String to) {
        as(
                caller,
                () -> {
                    bean(RuleDesk.class).move(caller, version, to, WHY);
                    return to;
                });
    }

    EventIntake.Receipt take(Caller caller, UUID source, String key, String... events) {
        EventIntake.Receipt receipt =
                send(bean(EventIntake.class), caller, source, key, bytes(events));
        judge(receipt.batch());
        return receipt;
    }

    /** Takes and judges events by an intake of the test's own. */
    void take(EventIntake intake, Caller caller, UUID source, String... events) {
        judge(send(intake, caller, source, "own", bytes(events)).batch());
    }

    private static byte[] bytes(String... events) {
        return String.join("\n", events).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static EventIntake.Receipt send(
            EventIntake intake, Caller caller, UUID source, String key, byte[] bytes) {
        return ActingAs.call(caller.identity(), () -> intake.take(caller, source, key, bytes));
    }

    void judge(long batch) {
        while (!judged(batch)) {
            tick();
        }
    }

    /** An intake whose counter of ids stands there. */
    EventIntake intake(long drawn) {
        Clock clock = bean(Clock.class);
        return new EventIntake(
                bean(EventSourceStore.class),
                bean(BatchStore.class),
                bean(EventArchive.class),
                new EventIds(clock, bean(RandomGenerator.class), drawn),
                bean(DetectionWorker.class),
                bean(AuditLog.class),
                clock,
                transaction);
    }

    /** The detection of a second process over the same database. */
    DetectionStep secondProcess() {
        DetectionMemory memory =
                new DetectionMemory(
                        bean(JdbcClient.class),
                        bean(RuleStore.class),
                        bean(BatchStore.class),
                        bean(EventSourceStore.class),
                        bean(EventArchive.class),
                        bean(Clock.class));
        return new DetectionStep(
                bean(JdbcClient.class),
                bean(BatchStore.class),
                bean(EventSourceStore.class),
                bean(EventArchive.class),
                memory,
                bean(CorrelationDrafts.class),
                bean(KnownIndicators.class),
                bean(FindingWriter.class),
                bean(PulseStore.class),
                bean(AuditLog.class),
                bean(Clock.class),
                transaction);
    }

    /** Lets a process find at that moment that nothing waits. */
    void idle(DetectionStep step, Instant moment) {
        WorkTime.run(
                moment,
                () -> {
                    while (step.take(1, new java.util.ArrayList<>()) != QueueWorker.Done.NOTHING) {
                        Thread.onSpinWait();
                    }
                });
    }

    /** For how many bodies a version remembers something in the database. */
    int remembered(UUID version) {
        return asked(
                "select count(*) from monitoring.correlation_state where version_id = cast(:id as uuid)",
                version.toString(),
                Integer.class);
    }

    int attempts(long batch) {
        return asked(
                "select attempts from monitoring.batch where id = cast(:id as bigint)",
                String.valueOf(batch),
                Integer.class);
    }

    private <T> T asked(String sql, String id, Class<T> type) {
        return asSystem(() -> bean(JdbcClient.class).sql(sql).param("id", id).query(type).single());
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(
                DetectionStep.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Takes an event in a batch that could not be judged so often that it was left aside. */
    long leftAside(Caller caller, UUID source, String event) {
        return asSystem(() -> {
            long batch =
                    bean(EventIntake.class).take(caller, source, "aside", bytes(event)).batch();
            for (int i = 0; i < BatchStore.ATTEMPTS_MAX; i++) {
                bean(BatchStore.class).failed(List.of(batch));
            }
            return batch;
        });
    }

    void tryAgain(Caller caller) {
        as(
                caller,
                () -> {
                    bean(Sources.class).tryAgain();
                    return caller;
                });
    }

    /** An event of a source that nobody knows. */
    void strayEvent(String body, UUID source) {
        EventArchive.Fresh event =
                new EventArchive.Fresh(
                        bean(FindingStore.class).id(),
                        bean(Clock.class).instant(),
                        1,
                        bytes("{}"),
                        List.of());
        asSystem(() -> {
            bean(EventArchive.class)
                    .keep(new EventArchive.Place(source, body, 0, 0), List.of(event));
            return source;
        });
    }

    void forgetStray(UUID source) {
        asSystem(() -> bean(EventArchive.class).forget(source, Instant.now().plusSeconds(60), 1));
    }

    private boolean judged(long batch) {
        return ActingAs.call(
                DetectionStep.SYSTEM,
                () ->
                        Boolean.TRUE.equals(
                                transaction.execute(_ ->
                                        bean(JdbcClient.class)
                                                .sql(
                                                        "select judged_at is not null from monitoring.batch where id = :id")
                                                .param("id", batch)
                                                .query(Boolean.class)
                                                .single())));
    }

    List<FindingStore.Row> findings(Caller caller, UUID source) {
        return as(
                caller,
                () ->
                        bean(FindingDesk.class)
                                .page(
                                        new FindingFilter(
                                                FindingFilter.Show.ALL,
                                                "",
                                                "",
                                                "",
                                                source,
                                                "",
                                                null,
                                                null),
                                        100));
    }

    /** Time goes on without events. */
    void tick() {
        bean(DetectionStep.class).take(DetectionWorker.BATCHES_MAX, new java.util.ArrayList<>());
    }
}
