package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens in whatever order, the keeper has what the whole country reckoned anew gives,
 * and so has the batch, wherever it breaks off.
 */
class RandomHistoryTest {

    private static final int STEPS = 10_000;

    @TempDir Path folder;

    @Test
    void keeperAgreesWithTheWholeCountry() {
        World world = new World(60, SeriesKeeper.COMPONENT_REPORTS_MAX, 400, 8);
        new History(seed(), world, folder).run(STEPS, 250);
    }

    @Test
    void keeperAgreesWhereComponentsAreOversized() {
        new History(seed(), new World(12, 9, 160, 8), folder).run(STEPS / 2, 50);
    }

    /**
     * Here components merge of which one report was read. In the two named histories that report
     * was told apart from the others, and the ones that were not read kept a series of their own.
     */
    @Test
    void keeperAgreesAfterEveryStepOfSmallCountries() {
        long seed = seed();
        for (long one : List.of(10_063L, 10_080L, seed, seed + 1, seed + 2, seed + 3)) {
            new History(one, new World(5, 4, 40, Integer.MAX_VALUE), folder.resolve("of-" + one))
                    .run(2_000, 1);
        }
    }

    private static long seed() {
        long seed = Long.getLong("qalxan.seed", System.nanoTime());
        System.out.println("RandomHistoryTest: -Dqalxan.seed=" + seed);
        return seed;
    }

    /** How much reports share, the bound of a component, how many reports live, batch checks. */
    private record World(int identifiers, int most, int liveMax, int batchEvery) {}

    /** A store, what people decided, and the reports as they are. */
    private static final class History {

        private final SplittableRandom random;
        private final InventedReports reports;
        private final World world;
        private final InMemorySeriesStore store = new InMemorySeriesStore();
        private final SeriesKeeper keeper;
        private final Map<UUID, ReportTraits> live = new TreeMap<>(ReportOrder.BY_ID);
        private final Map<ReportPair, PairDecision> decisions = new HashMap<>();
        private final Map<Long, HubRuling> rulings = new HashMap<>();
        private final Path folder;
        private int numbers;
        private int checks;

        History(long seed, World world, Path folder) {
            this.random = new SplittableRandom(seed);
            this.reports = new InventedReports(random, world.identifiers());
            this.world = world;
            this.folder = folder;
            AtomicLong series = new AtomicLong();
            this.keeper =
                    new SeriesKeeper(
                            store, () -> new UUID(1, series.incrementAndGet()), world.most());
        }

        void run(int steps, int checkEvery) {
            for (int step = 1; step <= steps; step++) {
                act();
                if (step % checkEvery == 0) {
                    check(step);
                }
            }
        }

        private void act() {
            int sort = random.nextInt(100);
            if (live.size() < 10 || sort < 45 && live.size() < world.liveMax()) {
                add(1 + random.nextInt(4));
            } else if (sort < 60) {
                correct();
            } else if (sort < 78) {
                withdraw(1 + random.nextInt(3));
            } else if (sort < 93) {
                decide();
            } else {
                rule();
            }
        }

        private void add(int count) {
            List<ReportTraits> fresh = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                fresh.add(reports.report(numbers));
                numbers++;
            }
            fresh.forEach(one -> live.put(one.id(), one));
            keeper.put(fresh);
        }

        private UUID any() {
            List<UUID> ids = new ArrayList<>(live.keySet());
            return ids.get(random.nextInt(ids.size()));
        }

        private void correct() {
            UUID id = any();
            ReportTraits other = reports.report(numbers);
            ReportTraits corrected =
                    new ReportTraits(id, other.circumstances(), other.traits(), other.words());
            live.put(id, corrected);
            keeper.put(List.of(corrected));
        }

        private void withdraw(int count) {
            List<UUID> gone = new ArrayList<>();
            for (int i = 0; i < count && live.size() > 1; i++) {
                gone.add(any());
                live.remove(gone.getLast());
            }
            keeper.withdraw(gone);
        }

        private void decide() {
            ReportPair pair = pair();
            if (pair == null) {
                return;
            }
            if (decisions.containsKey(pair) || decisions.size() > 12 && random.nextBoolean()) {
                ReportPair undone =
                        decisions.containsKey(pair) ? pair : decisions.keySet().iterator().next();
                decisions.remove(undone);
                store.undo(undone);
                keeper.decided(List.of(undone));
                return;
            }
            PairDecision.Verdict verdict =
                    random.nextInt(3) == 0
                            ? PairDecision.Verdict.SAME
                            : PairDecision.Verdict.NOT_SAME;
            PairDecision decision = new PairDecision(pair, verdict);
            decisions.put(pair, decision);
            store.decide(decision);
            keeper.decided(List.of(pair));
        }

        /** Half of the time a link of a backbone, else any two reports. */
        private @Nullable ReportPair pair() {
            UUID one = any();
            PlacedReport row = store.reports(List.of(one)).getFirst();
            UUID linked = row.placement().linkedTo();
            UUID other = linked != null && random.nextBoolean() ? linked : any();
            return one.equals(other) ? null : new ReportPair(one, other);
        }

        private ReportTraits told(UUID report) {
            return Objects.requireNonNull(live.get(report));
        }

        private void rule() {
            List<Trait> traits = told(any()).traits();
            if (traits.isEmpty()) {
                return;
            }
            long key = traits.get(random.nextInt(traits.size())).key();
            HubRuling ruling =
                    rulings.containsKey(key) ? null : HubRuling.values()[random.nextInt(2)];
            if (ruling == null) {
                rulings.remove(key);
            } else {
                rulings.put(key, ruling);
            }
            store.rule(key, ruling);
            keeper.ruled(List.of(key));
        }

        private void check(int step) {
            WholeCountry whole =
                    new WholeCountry(live.values(), decisions.values(), rulings, world.most());
            Map<UUID, WholeCountry.Place> found = WholeCountry.of(store.all());
            Map<UUID, WholeCountry.Place> expected = whole.comparable();
            assertThat(found.keySet()).as("reports after step " + step).isEqualTo(live.keySet());
            expected.forEach((id, place) ->
                    assertThat(found.get(id))
                            .as("report %s after step %d", id, step)
                            .isEqualTo(place));
            store.all()
                    .forEach(report ->
                            assertThat(report.traits())
                                    .as("traits after step " + step)
                                    .isEqualTo(told(report.id())));
            assertThat(store.censuses()).as("step " + step).isEqualTo(whole.kept());
            checks++;
            if (checks % world.batchEvery() == 0) {
                checkBatch(expected);
            }
        }

        /** From nothing, and from what the keeper has: then the batch finds nothing to change. */
        private void checkBatch(Map<UUID, WholeCountry.Place> expected) {
            SeriesBatch.People people = new SeriesBatch.People(decisions.values(), rulings);
            RelinkedCountry fresh =
                    new RelinkedCountry(
                                    live.values().stream()
                                            .map(one -> new SeriesBatch.Entry(one, null))
                                            .toList(),
                                    random)
                            .run(folder.resolve("fresh-" + checks), people, world.most());
            assertThat(fresh.breaks()).isPositive();
            assertThat(WholeCountry.of(fresh.all())).isEqualTo(expected);
            assertThat(fresh.censuses).isEqualTo(store.censuses());
            RelinkedCountry again =
                    new RelinkedCountry(
                                    store.all().stream()
                                            .map(one ->
                                                    new SeriesBatch.Entry(
                                                            one.traits(), one.placement().series()))
                                            .toList(),
                                    random)
                            .run(folder.resolve("again-" + checks), people, world.most());
            assertThat(again.censuses).isEqualTo(store.censuses());
            for (PlacedReport report : store.all()) {
                Placement place = report.placement();
                ReportTraits traits = report.traits();
                if (place.width() != Placement.Width.UNDIVIDED) {
                    assertThat(again.places.get(traits.id())).isEqualTo(place);
                } else {
                    assertThat(Objects.requireNonNull(again.places.get(traits.id())).series())
                            .isEqualTo(place.series());
                }
            }
        }
    }
}
