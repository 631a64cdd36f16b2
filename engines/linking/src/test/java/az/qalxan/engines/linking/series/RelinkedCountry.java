package az.qalxan.engines.linking.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Links reports anew with a batch that breaks again and again, and keeps what it hands over. */
final class RelinkedCountry implements SeriesBatch.Source, SeriesBatch.Target {

    private final List<SeriesBatch.Entry> entries;
    private final RandomGenerator random;
    private final AtomicLong series = new AtomicLong();
    private long untilBreak;
    private int breaks;

    final Map<UUID, Placement> places = new TreeMap<>(ReportOrder.BY_ID);
    final Map<Long, KeyCensus> censuses = new HashMap<>();

    /** Stands for a kill: nothing of the running call goes on. */
    private static final class Broken extends IllegalStateException {

        private static final long serialVersionUID = 1L;
    }

    RelinkedCountry(List<SeriesBatch.Entry> entries, RandomGenerator random) {
        this.entries =
                entries.stream()
                        .sorted((a, b) -> ReportOrder.compare(a.traits().id(), b.traits().id()))
                        .toList();
        this.random = random;
    }

    /** Runs until it is done; at each break less than before is left to do. */
    RelinkedCountry run(Path folder, SeriesBatch.People people, int most) {
        SeriesBatch.Bounds bounds = new SeriesBatch.Bounds(most, 60, 25, 4);
        while (true) {
            untilBreak = breaks < 12 ? random.nextInt(1, 80 + 20 * breaks) : Long.MAX_VALUE;
            try {
                new SeriesBatch(folder, () -> new UUID(2, series.incrementAndGet()), bounds)
                        .run(this, people, this, progress -> step());
                return this;
            } catch (Broken broken) {
                breaks++;
            }
        }
    }

    private void step() {
        untilBreak--;
        if (untilBreak == 0) {
            throw new Broken();
        }
    }

    int breaks() {
        return breaks;
    }

    @Override
    public void readAfter(@Nullable UUID last, Consumer<SeriesBatch.Entry> taker) {
        for (SeriesBatch.Entry entry : entries) {
            if (last == null || ReportOrder.compare(entry.traits().id(), last) > 0) {
                step();
                taker.accept(entry);
            }
        }
    }

    @Override
    public void censuses(List<KeyCensus> some) {
        step();
        some.forEach(one -> censuses.put(one.key(), one));
        step();
    }

    @Override
    public void places(Map<UUID, Placement> some) {
        step();
        places.putAll(some);
        step();
    }

    /** The reports with their places, as a store would hold them. */
    List<PlacedReport> all() {
        List<PlacedReport> all = new ArrayList<>();
        for (SeriesBatch.Entry entry : entries) {
            Placement place = places.get(entry.traits().id());
            all.add(new PlacedReport(entry.traits(), Objects.requireNonNull(place, "placed")));
        }
        return all;
    }
}
