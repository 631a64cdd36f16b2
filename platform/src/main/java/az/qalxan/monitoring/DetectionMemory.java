package az.qalxan.monitoring;

import az.qalxan.engines.detection.correlation.BadState;
import az.qalxan.engines.detection.correlation.Correlator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules that judge now and what they remember, in this process. What is in memory is always
 * what the judged batches make of the last snapshot: whoever has fallen behind, after a start or
 * because another process judged, judges those batches again and writes nothing of it.
 */
@Component
class DetectionMemory {

    /** A larger snapshot is not written with every step. */
    private static final int SNAPSHOT_SMALL_BYTES = 256 << 10;

    private static final int SNAPSHOT_EVERY_BATCHES = 50;
    private static final int REPLAYED_AT_ONCE_MAX = 100;
    private static final Logger LOG = LoggerFactory.getLogger(DetectionMemory.class);

    private final JdbcClient jdbc;
    private final RuleStore store;
    private final BatchStore batches;
    private final EventSourceStore sources;
    private final EventArchive archive;
    private final Clock clock;
    private final Map<UUID, LoadedRules> loaded = new HashMap<>();
    private final Map<Key, Remembered> remembered = new HashMap<>();
    private boolean awake;

    DetectionMemory(
            JdbcClient jdbc,
            RuleStore store,
            BatchStore batches,
            EventSourceStore sources,
            EventArchive archive,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.batches = batches;
        this.sources = sources;
        this.archive = archive;
        this.clock = clock;
    }

    /** Whose events by which version. */
    private record Key(UUID version, String body) {}

    /** What correlations of one version remember of one body's events. */
    static final class Remembered {
        final LoadedRules rules;
        final String body;
        final Correlator correlator;
        long position;
        long written;

        /** How large it was when it was last written. */
        int bytes;

        /** When events or the clock last moved its time on. */
        Instant touched;

        private Instant watermark;

        Remembered(
                LoadedRules rules,
                String body,
                Correlator correlator,
                long position,
                Instant touched) {
            this.rules = rules;
            this.body = body;
            this.correlator = correlator;
            this.position = position;
            this.written = position;
            this.touched = touched;
            this.watermark = correlator.watermark();
        }

        /** Notes when its time has moved on. */
        void feel(Instant now) {
            Instant reached = correlator.watermark();
            if (!reached.equals(watermark)) {
                watermark = reached;
                touched = now;
            }
        }
    }

    /** Nothing in memory counts any more: a step has failed. */
    void forget() {
        remembered.clear();
        awake = false;
    }

    /** After a start: takes up again whatever was remembered of any body. */
    private void wake(Map<UUID, LoadedRules> now) {
        if (awake) {
            return;
        }
        jdbc.sql("select version_id, body from monitoring.correlation_state")
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .forEach(key -> {
                    LoadedRules rules = now.get(key.version());
                    if (rules != null && rules.correlates()) {
                        of(rules, key.body());
                    }
                });
        awake = true;
    }

    /** The versions that judge now. */
    List<LoadedRules> rules() {
        List<RuleVersion> judging = store.judging();
        List<UUID> ids = judging.stream().map(RuleVersion::id).toList();
        if (loaded.keySet().retainAll(ids) || !awake) {
            forgetOthers(ids);
        }
        remembered.keySet().removeIf(key -> !loaded.containsKey(key.version()));
        List<LoadedRules> rules = new ArrayList<>();
        for (RuleVersion version : judging) {
            LoadedRules before = loaded.get(version.id());
            if (before == null) {
                before = new LoadedRules(version, RuleCheck.rules(store.files(version.id())));
            } else if (!before.version().equals(version)) {
                before = before.as(version);
            }
            loaded.put(version.id(), before);
            rules.add(before);
        }
        return rules;
    }

    /** A version that judges again one day begins anew: it does not judge all that was between. */
    private void forgetOthers(List<UUID> judging) {
        jdbc.sql(
                        """
                        delete from monitoring.correlation_state
                        where version_id <> all (cast(:ids as uuid[]))
                        """)
                .param("ids", judging.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** What the version remembers of the body's events, up to all that was judged. */
    Remembered of(LoadedRules rules, String body) {
        Key key = new Key(rules.version().id(), body);
        Remembered memory = remembered.get(key);
        if (memory == null || memory.rules != rules) {
            memory = memory == null ? restore(rules, body) : moved(memory, rules);
            remembered.put(key, memory);
        }
        catchUp(memory);
        return memory;
    }

    private static Remembered moved(Remembered memory, LoadedRules rules) {
        Remembered moved =
                new Remembered(
                        rules, memory.body, memory.correlator, memory.position, memory.touched);
        moved.written = memory.written;
        moved.bytes = memory.bytes;
        return moved;
    }

    private record Snapshot(long position, byte[] state) {}

    private Remembered restore(LoadedRules rules, String body) {
        Optional<Snapshot> kept =
                jdbc.sql(
                                """
                                select judged_no, state from monitoring.correlation_state
                                where version_id = :version and body = :body
                                """)
                        .param("version", rules.version().id())
                        .param("body", body)
                        .query((row, number) -> new Snapshot(row.getLong(1), row.getBytes(2)))
                        .optional();
        if (kept.isPresent()) {
            try {
                Correlator correlator = Correlator.restore(rules.plan(), kept.get().state());
                long position = kept.get().position();
                Remembered memory =
                        new Remembered(rules, body, correlator, position, clock.instant());
                memory.bytes = kept.get().state().length;
                return memory;
            } catch (BadState e) {
                LOG.warn(
                        "what {} remembered cannot be read; it begins anew",
                        rules.version().id(),
                        e);
            }
        }
        return new Remembered(
                rules, body, new Correlator(rules.plan()), position(), clock.instant());
    }

    private long position() {
        return jdbc.sql("select coalesce(max(judged_no), 0) from monitoring.batch")
                .query(Long.class)
                .single();
    }

    /** Whoever missed nothing of the body's stands where the judging stands. */
    private void catchUp(Remembered memory) {
        long reached = position();
        if (memory.position >= reached) {
            return;
        }
        replayMissed(memory);
        memory.position = reached;
        memory.feel(clock.instant());
    }

    private void replayMissed(Remembered memory) {
        while (true) {
            List<BatchStore.Judged> missed =
                    batches.judgedAfter(memory.body, memory.position, REPLAYED_AT_ONCE_MAX);
            for (BatchStore.Judged batch : missed) {
                replay(memory, batch);
                memory.position = batch.number();
            }
            if (missed.size() < REPLAYED_AT_ONCE_MAX) {
                return;
            }
        }
    }

    private void replay(Remembered memory, BatchStore.Judged batch) {
        Source source = sources.find(batch.source()).orElseThrow();
        Judge judge = new Judge(memory.rules, source, memory.correlator, Judge.Found.NOBODY);
        archive.ofBatch(batch.id()).forEach(event -> judge.event(event, batch.takenAt()));
    }

    /** Writes what is remembered, when that is due, in the running transaction. */
    void keep(Remembered memory, boolean now, Instant at) {
        boolean due =
                now
                        || memory.bytes <= SNAPSHOT_SMALL_BYTES
                        || memory.position - memory.written >= SNAPSHOT_EVERY_BATCHES;
        if (due) {
            byte[] state = memory.correlator.snapshot();
            jdbc.sql(
                            """
                            insert into monitoring.correlation_state
                              (version_id, body, judged_no, state, kept_at)
                            values (:version, :body, :position, :state, :at)
                            on conflict (version_id, body) do update set
                              judged_no = excluded.judged_no, state = excluded.state,
                              kept_at = excluded.kept_at
                            where correlation_state.judged_no <= excluded.judged_no
                            """)
                    .param("version", memory.rules.version().id())
                    .param("body", memory.body)
                    .param("position", memory.position)
                    .param("state", state)
                    .param("at", EventSourceStore.utc(at))
                    .update();
            memory.written = memory.position;
            memory.bytes = state.length;
        }
    }

    /** What the versions that judge now remember of any body, up to all that was judged. */
    List<Remembered> all() {
        Map<UUID, LoadedRules> now = new HashMap<>();
        rules().forEach(one -> now.put(one.version().id(), one));
        wake(now);
        return List.copyOf(remembered.keySet()).stream()
                .map(key -> of(Objects.requireNonNull(now.get(key.version())), key.body()))
                .toList();
    }
}
