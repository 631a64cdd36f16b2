package az.qalxan.monitoring;

import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker.Done;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of the detection: judges batches that wait, writes what was found, what correlations
 * remember, and that the batches are judged, all in one transaction. A step that dies leaves
 * everything as it was; one process at a time judges.
 */
@Component
class DetectionStep {

    static final TransactionIdentity SYSTEM = TransactionIdentity.job("monitoring");

    private static final int EVENTS_AT_ONCE_MAX = 20_000;

    private final JdbcClient jdbc;
    private final BatchStore batches;
    private final EventSourceStore sources;
    private final EventArchive archive;
    private final DetectionMemory memory;
    private final CorrelationDrafts drafting;
    private final FindingWriter writer;
    private final PulseStore pulses;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DetectionStep(
            JdbcClient jdbc,
            BatchStore batches,
            EventSourceStore sources,
            EventArchive archive,
            DetectionMemory memory,
            CorrelationDrafts drafting,
            FindingWriter writer,
            PulseStore pulses,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sources = sources;
        this.archive = archive;
        this.memory = memory;
        this.drafting = drafting;
        this.writer = writer;
        this.pulses = pulses;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Judges up to that many batches.
     *
     * @param taken gets the batches' ids as soon as they are known, for the case that the step
     *     fails
     */
    synchronized Done take(int most, Collection<Long> taken) {
        boolean committed = false;
        try {
            Done done =
                    ActingAs.call(
                            SYSTEM,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(_ -> step(most, taken))));
            committed = true;
            return done;
        } finally {
            if (!committed) {
                memory.forget();
            }
        }
    }

    private Done step(int most, Collection<Long> taken) {
        if (!lock()) {
            return Done.NOT_NOW;
        }
        List<BatchStore.Waiting> waiting = batches.take(most, EVENTS_AT_ONCE_MAX);
        waiting.forEach(one -> taken.add(one.id()));
        if (waiting.isEmpty()) {
            tick();
            return Done.NOTHING;
        }
        judge(waiting);
        List<UUID> heard =
                pulses.heard(
                        waiting.stream().map(BatchStore.Waiting::source).distinct().toList(),
                        clock.instant());
        if (!heard.isEmpty()) {
            audit.recordAll(MonitoringAct.SILENCE_ENDED, "event-source", heard);
        }
        return Done.SOME;
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('monitoring.judge'))")
                .query(Boolean.class)
                .single();
    }

    private void judge(List<BatchStore.Waiting> waiting) {
        Map<UUID, Source> known = known(waiting);
        Gathered gathered = new Gathered();
        Map<String, List<Side>> sides = sides(known.values());
        Map<UUID, List<Judge>> judges = new HashMap<>();
        for (BatchStore.Waiting batch : waiting) {
            Source source = Objects.requireNonNull(known.get(batch.source()));
            List<Side> judging = Objects.requireNonNull(sides.get(source.body()));
            List<Judge> each =
                    judges.computeIfAbsent(
                            source.id(),
                            _ ->
                                    judging.stream()
                                            .map(side -> side.judge(source, gathered))
                                            .toList());
            long number = batches.judged(batch.id(), clock.instant());
            for (EventArchive.Kept event : archive.ofBatch(batch.id())) {
                each.forEach(judge -> judge.event(event, batch.takenAt()));
            }
            judging.forEach(side -> side.reached(number, clock.instant()));
            pulses.feel(batch);
        }
        writer.write(gathered.drafts(drafting));
        Instant now = clock.instant();
        judges.forEach((source, each) -> lose(source, each, now));
        sides.values().forEach(all -> all.forEach(side -> side.keep(memory, now)));
    }

    private void lose(UUID source, List<Judge> judges, Instant now) {
        Losses all = new Losses();
        judges.forEach(judge -> all.add(judge.losses()));
        if (all.any()) {
            pulses.lose(source, all, now);
        }
    }

    /** Rules that judge a body's events, with what they remember; null where they count nothing. */
    private record Side(LoadedRules rules, DetectionMemory.@Nullable Remembered remembered) {

        Judge judge(Source source, Judge.Found found) {
            return new Judge(
                    rules, source, remembered == null ? null : remembered.correlator, found);
        }

        void reached(long number, Instant now) {
            if (remembered != null) {
                remembered.position = number;
                remembered.feel(now);
            }
        }

        void keep(DetectionMemory memory, Instant now) {
            if (remembered != null) {
                memory.keep(remembered, false, now);
            }
        }
    }

    /** By body, whose rules judge: what they remember is brought up to date once. */
    private Map<String, List<Side>> sides(Collection<Source> sources) {
        List<LoadedRules> rules = memory.rules();
        Map<String, List<Side>> sides = new HashMap<>();
        for (Source source : sources) {
            sides.computeIfAbsent(source.body(), body -> sides(rules, body));
        }
        return sides;
    }

    private List<Side> sides(List<LoadedRules> rules, String body) {
        return rules.stream()
                .filter(one -> one.version().judges(body))
                .map(one -> new Side(one, one.correlates() ? memory.of(one, body) : null))
                .toList();
    }

    private Map<UUID, Source> known(List<BatchStore.Waiting> waiting) {
        Map<UUID, Source> known = new HashMap<>();
        sources.of(waiting.stream().map(BatchStore.Waiting::source).distinct().toList())
                .forEach(one -> known.put(one.id(), one));
        return known;
    }

    /**
     * Time goes on without events: windows close, and what became certain is told. The time of a
     * body's events goes on at the pace of the clock from where they are: events that come an hour
     * late, all of them, are not late to each other. What another process judged meanwhile comes
     * first.
     */
    private void tick() {
        Instant now = clock.instant();
        Gathered gathered = new Gathered();
        List<DetectionMemory.Remembered> moved = new ArrayList<>();
        for (DetectionMemory.Remembered one : memory.all()) {
            one.feel(now);
            Instant watermark = one.correlator.watermark();
            Duration passed = Duration.between(one.touched, now);
            if (watermark.isAfter(Instant.EPOCH) && passed.isPositive()) {
                watermark = watermark.plus(passed);
                Judge.tell(one.rules, one.correlator.advance(watermark), 0, gathered);
                one.feel(now);
                moved.add(one);
            }
        }
        if (writer.write(gathered.drafts(drafting)) > 0) {
            moved.forEach(one -> memory.keep(one, true, now));
        }
    }

    /** What a step finds. */
    private static final class Gathered implements Judge.Found {

        private final List<Draft> singles = new ArrayList<>();
        private final List<CorrelationDrafts.Found> several = new ArrayList<>();

        @Override
        public void single(Draft draft) {
            singles.add(draft);
        }

        @Override
        public void several(LoadedRules rules, CorrelationFinding finding, long batch) {
            several.add(new CorrelationDrafts.Found(rules, finding, batch));
        }

        List<Draft> drafts(CorrelationDrafts drafting) {
            List<Draft> drafts = new ArrayList<>(singles);
            drafts.addAll(drafting.of(several));
            return drafts;
        }
    }
}
