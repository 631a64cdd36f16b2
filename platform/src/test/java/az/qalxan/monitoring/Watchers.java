package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
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
        byte[] bytes = String.join("\n", events).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        EventIntake.Receipt receipt =
                ActingAs.call(
                        caller.identity(),
                        () -> bean(EventIntake.class).take(caller, source, key, bytes));
        while (!judged(receipt.batch())) {
            bean(DetectionStep.class)
                    .take(DetectionWorker.BATCHES_MAX, new java.util.ArrayList<>());
        }
        return receipt;
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
