package az.qalxan.monitoring;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.Correlator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges stored events by a version that is not in force, in the background and one at a time. One
 * that fails has failed; one that dies with the program is begun anew.
 */
@Component
class BackTests {

    private static final int PAGE_EVENTS = 2_000;

    /** A back-test looks at no more than so many events. */
    static final long EVENTS_MAX = 5_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

    private final BackTestStore store;
    private final RuleStore rules;
    private final EventSourceStore sources;
    private final EventArchive archive;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicBoolean busy = new AtomicBoolean();

    BackTests(
            BackTestStore store,
            RuleStore rules,
            EventSourceStore sources,
            EventArchive archive,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.rules = rules;
        this.sources = sources;
        this.archive = archive;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("back-test")
                    .uncaughtExceptionHandler(
                            (ended, defect) -> LOG.error("a back-test failed", defect))
                    .start(this::work);
        }
    }

    private void work() {
        try {
            while (runOne()) {
                LOG.debug("a back-test has ended");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.error("a back-test failed", e);
        } finally {
            busy.set(false);
        }
    }

    /** Runs the oldest that waits; false when none does. */
    boolean runOne() {
        List<UUID> begun = new ArrayList<>();
        try {
            boolean any =
                    ActingAs.call(
                            DetectionStep.SYSTEM,
                            () -> Boolean.TRUE.equals(transaction.execute(_ -> runOne(begun))));
            begun.clear();
            return any;
        } finally {
            begun.forEach(this::failed);
        }
    }

    private boolean runOne(List<UUID> begun) {
        Optional<BackTest> test = store.take();
        test.ifPresent(one -> {
            begun.add(one.id());
            store.done(run(one), clock.instant());
        });
        return test.isPresent();
    }

    private void failed(UUID test) {
        try {
            ActingAs.run(
                    DetectionStep.SYSTEM,
                    () ->
                            transaction.executeWithoutResult(
                                    _ -> store.failed(test, clock.instant())));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("that the back-test {} failed could not be noted", test, e);
        }
    }

    private BackTest run(BackTest test) {
        RuleVersion version = rules.version(test.version()).orElseThrow();
        Run run = new Run(new LoadedRules(version, RuleCheck.rules(rules.files(version.id()))));
        EventArchive.Query all =
                new EventArchive.Query(
                        version.of().every() ? "" : version.of().body(),
                        null,
                        test.from(),
                        test.until(),
                        List.of(),
                        "",
                        null);
        archive.walk(all, PAGE_EVENTS, run::page);
        run.finish();
        return test.ended("done", run.events, run.unreadable(), run.byRule());
    }

    /** What is counted on the way. */
    private final class Run implements Judge.Found {

        private final LoadedRules loaded;
        private final Map<UUID, Judge> judges = new HashMap<>();
        private final Map<String, Correlator> correlators = new HashMap<>();
        private final Map<String, RuleHead> heads = new HashMap<>();
        private final Map<String, Map<String, Integer>> days = new HashMap<>();
        private String body = "";
        private String day = "";
        private long events;

        Run(LoadedRules loaded) {
            this.loaded = loaded;
        }

        boolean page(List<EventArchive.Kept> page) {
            for (EventArchive.Kept event : page) {
                Instant taken = EventIds.moment(event.id());
                day = LocalDate.ofInstant(taken, ZoneOffset.UTC).toString();
                body = event.body();
                judge(event).event(event, taken);
                events++;
            }
            return events < EVENTS_MAX;
        }

        private Judge judge(EventArchive.Kept event) {
            return judges.computeIfAbsent(
                    event.source(),
                    id -> {
                        Source source = sources.find(id).orElseThrow();
                        @Nullable Correlator correlator =
                                loaded.correlates()
                                        ? correlators.computeIfAbsent(
                                                source.body(), _ -> new Correlator(loaded.plan()))
                                        : null;
                        return new Judge(loaded, source, correlator, this);
                    });
        }

        void finish() {
            correlators.forEach((of, correlator) -> {
                body = of;
                Judge.tell(loaded, correlator.finish(), 0, this);
            });
        }

        long unreadable() {
            return judges.values().stream()
                    .mapToLong(judge -> judge.losses().unreadableOnes())
                    .sum();
        }

        @Override
        public void single(Draft draft) {
            count(draft.rule());
        }

        @Override
        public void several(LoadedRules by, CorrelationFinding finding, long batch) {
            count(by.head(finding.header(), true));
        }

        private void count(RuleHead rule) {
            heads.putIfAbsent(rule.id(), rule);
            days.computeIfAbsent(rule.id(), _ -> new HashMap<>())
                    .merge(body + " " + day, 1, Integer::sum);
        }

        List<BackTest.OfRule> byRule() {
            List<BackTest.OfRule> byRule = new ArrayList<>();
            days.forEach((id, counts) -> {
                RuleHead head = Objects.requireNonNull(heads.get(id));
                byRule.add(
                        new BackTest.OfRule(
                                id,
                                head.title(),
                                head.level(),
                                counts.values().stream().mapToInt(one -> one).sum(),
                                counts.values().stream().mapToInt(one -> one).max().orElse(0)));
            });
            byRule.sort(Comparator.comparingInt(BackTest.OfRule::findings).reversed());
            return byRule;
        }
    }
}
