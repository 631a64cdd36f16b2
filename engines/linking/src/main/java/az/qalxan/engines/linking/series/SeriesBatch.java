package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Links all reports anew. The series are the ones that {@link SeriesKeeper} makes of the same
 * reports, decisions and rulings. Everything is held in memory, some 3 KB for a report; a run that
 * broke begins anew.
 */
public final class SeriesBatch {

    private static final int STEP = 1_000;

    private final Supplier<UUID> newSeries;

    /**
     * A batch.
     *
     * @param newSeries gives ids for series that overlap with none that was known
     */
    public SeriesBatch(Supplier<UUID> newSeries) {
        this.newSeries = Objects.requireNonNull(newSeries, "newSeries");
    }

    /** Where the reports come from. The same reports must come in the same order each time. */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives every report behind that position to the taker, one after the other.
         *
         * @param position how many reports were taken before the break; 0 for a new run
         */
        void readFrom(long position, Consumer<Entry> taker);
    }

    /**
     * A report of the source.
     *
     * @param traits what it can be linked by
     * @param series the series in which it stood so far, so that ids are kept; absent for none
     */
    public record Entry(ReportTraits traits, @Nullable UUID series) {}

    /** What people decided. */
    public record People(Collection<PairDecision> decisions, Map<Long, HubRuling> rulings) {

        /** Copies both. */
        public People {
            decisions = List.copyOf(decisions);
            rulings = Map.copyOf(rulings);
        }
    }

    /** Where the result goes: called by one thread, in portions, each report once. */
    public interface Target {

        /** Places of reports, and no others follow for them. */
        void places(Map<UUID, Placement> places);

        /** Every census that is worth keeping; any other is to be forgotten. */
        void censuses(List<KeyCensus> censuses);

        /** Traits that differ from those of the source: heads of groups carry other script keys. */
        void traits(List<ReportTraits> changed);
    }

    /**
     * How far the run is.
     *
     * @param part what it does: {@code read}, {@code group}, {@code link}, {@code cut}
     * @param done so much of it
     * @param all of so much; 0 while that is unknown
     */
    public record Progress(String part, long done, long all) {}

    /** Runs it. */
    public void run(Source source, People people, Target target, Consumer<Progress> progress) {
        InMemorySeriesStore store = new InMemorySeriesStore();
        people.decisions().forEach(store::decide);
        people.rulings().forEach(store::rule);
        Map<UUID, Entry> entries = new TreeMap<>(ReportOrder.BY_ID);
        source.readFrom(0, entry -> entries.put(entry.traits().id(), entry));
        link(new SeriesKeeper(store, newSeries), List.copyOf(entries.values()), progress);
        Set<Long> keys = new HashSet<>();
        List<ReportTraits> changed = new ArrayList<>();
        for (PlacedReport placed : store.all()) {
            for (long key : placed.traits().keys()) {
                keys.add(key);
            }
            Entry entry = entries.get(placed.id());
            if (entry != null && !entry.traits().equals(placed.traits())) {
                changed.add(placed.traits());
            }
        }
        target.places(placesUnderOldNames(store, entries));
        target.traits(changed);
        target.censuses(List.copyOf(store.censuses(keys).values()));
    }

    private static void link(
            SeriesKeeper keeper, List<Entry> entries, Consumer<Progress> progress) {
        for (int from = 0; from < entries.size(); from += STEP) {
            int to = Math.min(entries.size(), from + STEP);
            keeper.put(entries.subList(from, to).stream().map(Entry::traits).toList());
            progress.accept(new Progress("link", to, entries.size()));
        }
    }

    /**
     * A series keeps the id that most of its reports had, if no larger part of it went elsewhere.
     */
    private static Map<UUID, Placement> placesUnderOldNames(
            InMemorySeriesStore store, Map<UUID, Entry> entries) {
        Map<UUID, Map<UUID, Integer>> shared = new TreeMap<>(ReportOrder.BY_ID);
        for (PlacedReport placed : store.all()) {
            Entry entry = entries.get(placed.id());
            UUID now = placed.placement().series();
            UUID before = entry == null ? null : entry.series();
            if (now != null && before != null) {
                shared.computeIfAbsent(now, id -> new TreeMap<>(ReportOrder.BY_ID))
                        .merge(before, 1, Integer::sum);
            }
        }
        Map<UUID, UUID> names = names(shared);
        Map<UUID, Placement> places = new HashMap<>();
        for (PlacedReport placed : store.all()) {
            Placement place = placed.placement();
            UUID now = place.series();
            UUID name = now == null ? null : names.getOrDefault(now, now);
            places.put(
                    placed.id(),
                    new Placement(
                            place.component(),
                            place.width(),
                            name,
                            place.linkedTo(),
                            place.score()));
        }
        return places;
    }

    private static Map<UUID, UUID> names(Map<UUID, Map<UUID, Integer>> shared) {
        List<Overlap> overlaps = new ArrayList<>();
        shared.forEach((now, befores) ->
                befores.forEach(
                        (before, reports) -> overlaps.add(new Overlap(now, before, reports))));
        overlaps.sort(Comparator.comparingInt(one -> -one.reports()));
        Map<UUID, UUID> names = new HashMap<>();
        Set<UUID> given = new HashSet<>();
        for (Overlap one : overlaps) {
            if (!names.containsKey(one.now()) && given.add(one.before())) {
                names.put(one.now(), one.before());
            }
        }
        return names;
    }

    private record Overlap(UUID now, UUID before, int reports) {}
}
