package az.qalxan.series;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.linking.IdentifierKind;
import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.InMemorySeriesStore;
import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.PlacedReport;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesKeeper;
import az.qalxan.engines.linking.series.SeriesReport;
import az.qalxan.engines.linking.series.SeriesStore;
import az.qalxan.engines.linking.series.TraitReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store on PostgreSQL answers as the store in memory does, through random histories of the
 * engine's keeper: reports come, are corrected and withdrawn, people decide and rule and take it
 * back.
 */
@PlatformTest
class SeriesStoreContractTest {

    private static final int STEPS = 120;
    private static final int IDENTIFIERS = 40;
    private static final List<String> CATEGORIES =
            List.of("phone-fraud", "card-theft", "shopping-fraud", "job-fraud");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired JdbcClient jdbc;
    @Autowired KeeperLock lock;
    @Autowired TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsTheStoreInMemory(long seed) {
        ActingAs.run(
                LinkStep.SYSTEM,
                () ->
                        transaction.executeWithoutResult(status -> {
                            status.setRollbackOnly();
                            lock.lock();
                            new History(seed).play();
                        }));
    }

    /** One history, told to both stores. */
    private final class History {

        private final Random random;
        private final String run;
        private final Map<UUID, ReportStanding> standings = new HashMap<>();
        private final InMemorySeriesStore memory = new InMemorySeriesStore();
        private final SeriesStore stored;
        private final SeriesKeeper inMemory;
        private final SeriesKeeper inDatabase;
        private final TraitReader reader = new TraitReader();
        private final List<UUID> known = new ArrayList<>();
        private final Map<ReportPair, UUID> decided = new HashMap<>();
        private final Map<Long, UUID> ruled = new HashMap<>();
        private final Set<Long> keys = new HashSet<>();

        History(long seed) {
            random = new Random(seed);
            run = "seed" + seed;
            stored = new JdbcSeriesStore(jdbc, standings);
            Random series = new Random(seed);
            Random same = new Random(seed);
            inMemory = new SeriesKeeper(memory, () -> id(series));
            inDatabase = new SeriesKeeper(stored, () -> id(same));
        }

        private static UUID id(Random random) {
            return new UUID(random.nextLong(), random.nextLong());
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0 -> withdraw();
                    case 1, 2 -> decide();
                    case 3 -> rule();
                    case 4 -> put(corrected());
                    default -> put(fresh());
                }
                if (step % 10 == 0) {
                    compare(run + ", step " + step);
                }
            }
            compare(run + ", end");
        }

        private void put(List<ReportTraits> reports) {
            reports.forEach(one -> {
                standings.put(one.id(), new ReportStanding(BEGIN, "din", 2, null, null));
                for (long key : one.keys()) {
                    keys.add(key);
                }
            });
            inMemory.put(reports);
            inDatabase.put(reports);
        }

        private List<ReportTraits> fresh() {
            List<ReportTraits> fresh = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                UUID id = id(random);
                known.add(id);
                fresh.add(traits(id));
            }
            return fresh;
        }

        private List<ReportTraits> corrected() {
            return known.isEmpty() ? List.of() : List.of(traits(anyOf(known)));
        }

        private ReportTraits traits(UUID id) {
            Instant at = BEGIN.plus(random.nextInt(300), ChronoUnit.DAYS);
            List<SeriesReport.Stated> stated = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                // Low numbers are frequent, so that some become hubs.
                int number = (int) (IDENTIFIERS * Math.pow(random.nextDouble(), 2));
                String value = run + letters(number) + ".example";
                stated.add(new SeriesReport.Stated(IdentifierKind.DOMAIN, value, value, -1, -1));
            }
            String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            return reader.read(
                    new SeriesReport(id, at, at, category, "baku", null, stated, story()));
        }

        private String letters(int number) {
            return new Random(number)
                    .ints(12, 'a', 'z')
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .collect(Collectors.joining());
        }

        private String story() {
            return random.ints(10, 0, 1_000_000)
                    .mapToObj(this::letters)
                    .collect(Collectors.joining(" "));
        }

        private void withdraw() {
            if (!known.isEmpty()) {
                UUID gone = anyOf(known);
                known.remove(gone);
                inMemory.withdraw(List.of(gone));
                inDatabase.withdraw(List.of(gone));
            }
        }

        private void decide() {
            if (known.size() < 2) {
                return;
            }
            UUID one = anyOf(known);
            UUID other = anyOf(known);
            if (one.equals(other)) {
                return;
            }
            ReportPair pair = new ReportPair(one, other);
            @Nullable UUID before = decided.remove(pair);
            if (before != null) {
                memory.undo(pair);
                takeBack("decision", before);
            } else {
                boolean same = random.nextBoolean();
                memory.decide(
                        new PairDecision(
                                pair,
                                same ? PairDecision.Verdict.SAME : PairDecision.Verdict.NOT_SAME));
                decided.put(pair, insert(pair, same));
            }
            inMemory.decided(List.of(pair));
            inDatabase.decided(List.of(pair));
        }

        private UUID insert(ReportPair pair, boolean same) {
            return jdbc.sql(
                            """
                            insert into series.decision (id, one, other, verdict, reason, at, name)
                            values (uuidv7(), :one, :other, :verdict, 'test', now(), '')
                            returning id
                            """)
                    .param("one", pair.first())
                    .param("other", pair.second())
                    .param("verdict", same ? "confirmed" : "rejected")
                    .query(UUID.class)
                    .single();
        }

        private void rule() {
            if (keys.isEmpty()) {
                return;
            }
            long key = anyOf(List.copyOf(keys));
            @Nullable UUID before = ruled.remove(key);
            if (before != null) {
                memory.rule(key, null);
                takeBack("ruling", before);
            } else {
                boolean hub = random.nextBoolean();
                memory.rule(key, hub ? HubRuling.HUB : HubRuling.NOT_HUB);
                ruled.put(key, insert(key, hub));
            }
            inMemory.ruled(List.of(key));
            inDatabase.ruled(List.of(key));
        }

        private UUID insert(long key, boolean hub) {
            return jdbc.sql(
                            """
                            insert into series.ruling (
                              id, key, kind, value, verdict, reason, at, name)
                            values (uuidv7(), :key, 'domain', '', :verdict, 'test', now(), '')
                            returning id
                            """)
                    .param("key", key)
                    .param("verdict", hub ? "hub" : "not-hub")
                    .query(UUID.class)
                    .single();
        }

        private void takeBack(String what, UUID id) {
            jdbc.sql(
                            "insert into series.%s_undone (%s, reason, at, name)"
                                            .formatted(what, what)
                                    + " values (:id, 'test', now(), '')")
                    .param("id", id)
                    .update();
        }

        private void compare(String where) {
            assertThat(byId(stored.reports(known)))
                    .as(where)
                    .isEqualTo(byId(memory.reports(known)));
            assertThat(clusters(stored.reports(known)))
                    .as(where)
                    .isEqualTo(clusters(memory.reports(known)));
            Collection<UUID> components =
                    memory.reports(known).stream().map(one -> one.placement().component()).toList();
            assertThat(byId(stored.components(components)))
                    .as(where)
                    .isEqualTo(byId(memory.components(components)));
            for (int perKey : List.of(1, 3, 100)) {
                assertThat(byId(stored.holders(keys, perKey)))
                        .as("%s, %d a key", where, perKey)
                        .isEqualTo(byId(memory.holders(keys, perKey)));
            }
            assertThat(stored.rulings(keys)).as(where).isEqualTo(memory.rulings(keys));
            assertThat(new HashSet<>(stored.decisions(known)))
                    .as(where)
                    .isEqualTo(new HashSet<>(memory.decisions(known)));
            assertThat(censuses(stored)).as(where).isEqualTo(censuses(memory));
            assertThat(new TreeMap<>(stored.sizes(series(stored))).values().stream().sorted())
                    .as(where)
                    .isEqualTo(
                            new TreeMap<>(memory.sizes(series(memory)))
                                    .values().stream().sorted().toList());
        }

        private List<UUID> series(SeriesStore store) {
            List<UUID> series = new ArrayList<>();
            for (PlacedReport one : store.reports(known)) {
                if (one.placement().series() != null) {
                    series.add(one.placement().series());
                }
            }
            return series;
        }

        private Map<Long, String> censuses(SeriesStore store) {
            Map<Long, String> shown = new TreeMap<>();
            store.censuses(keys)
                    .forEach((key, census) ->
                            shown.put(
                                    key,
                                    census.kind() + java.util.Arrays.toString(census.toBytes())));
            return shown;
        }

        private <T> T anyOf(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }

    /** What must be alike: everything but the series' own ids, which depend on history. */
    private static Map<UUID, List<Object>> byId(List<PlacedReport> reports) {
        Map<UUID, List<Object>> shown = new TreeMap<>();
        for (PlacedReport one : reports) {
            shown.put(
                    one.id(),
                    List.of(
                            one.traits(),
                            one.placement().component(),
                            one.placement().width(),
                            one.placement().series() == null,
                            String.valueOf(one.placement().linkedTo()),
                            one.placement().score()));
        }
        return shown;
    }

    private static Set<Set<UUID>> clusters(List<PlacedReport> reports) {
        Map<UUID, Set<UUID>> clusters = new HashMap<>();
        for (PlacedReport one : reports) {
            @Nullable UUID series = one.placement().series();
            if (series != null) {
                clusters.computeIfAbsent(series, id -> new HashSet<>()).add(one.id());
            }
        }
        return new HashSet<>(clusters.values());
    }
}
