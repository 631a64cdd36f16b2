package az.qalxan.deconfliction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which new holdings are stored freely and which are held back, and charges the sources of
 * those that tell a side of something.
 */
final class Reckoning {

    private final Map<Pair, UUID> hits;
    private final Map<Place, List<MatchStore.Known>> known;
    private final Set<String> stored;
    private final Map<UUID, Source> senders;
    private final Set<UUID> counted;
    private final Set<UUID> uncounted;

    /** One side of one hit. */
    private record Place(UUID hit, String body) {}

    /** A source that is charged for one match. */
    record Charge(Source source, boolean late) {}

    /** What is to be stored, charged and told. */
    record Result(
            List<MatchStore.Fresh> holdings, List<Charge> charges, Set<SourceStore.Alarm> alarms) {}

    /**
     * @param known what these hits' sides hold already
     * @param senders who is charged for each record
     * @param counted the reports that have just arrived
     * @param uncounted those that moved or were stored before; they charge nobody
     */
    Reckoning(
            Map<Pair, UUID> hits,
            List<MatchStore.Known> known,
            Map<UUID, Source> senders,
            Set<UUID> counted,
            Set<UUID> uncounted) {
        this.hits = hits;
        this.known =
                known.stream()
                        .collect(Collectors.groupingBy(one -> new Place(one.hit(), one.body())));
        this.stored = known.stream().map(Reckoning::name).collect(Collectors.toSet());
        this.senders = senders;
        this.counted = counted;
        this.uncounted = uncounted;
    }

    private static String name(MatchStore.Known one) {
        return one.hit() + one.body() + one.source();
    }

    private static String name(Place place, Holding holding) {
        return place.hit() + place.body() + holding.source();
    }

    /** Every source that may have to be charged. */
    Set<Source> sources(Map<Pair, Set<Holding>> holdings) {
        return holdings.values().stream()
                .flatMap(Set::stream)
                .map(this::source)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Source source(Holding holding) {
        return senders.getOrDefault(holding.source(), Source.outside(holding.body()));
    }

    Result reckon(Map<Pair, Set<Holding>> holdings, Tally tally) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        holdings.forEach((pair, all) -> {
            UUID hit = hits.get(pair);
            if (hit == null) {
                throw new IllegalStateException("a pair has no hit: " + pair);
            }
            reckon(hit, pair, all, tally, result);
        });
        return result;
    }

    private void reckon(UUID hit, Pair pair, Set<Holding> all, Tally tally, Result result) {
        Map<String, List<Holding>> fresh = new LinkedHashMap<>();
        all.stream()
                .filter(one -> !stored.contains(name(new Place(hit, one.body()), one)))
                .forEach(one ->
                        fresh.computeIfAbsent(one.body(), body -> new ArrayList<>()).add(one));
        boolean charged =
                all.stream().noneMatch(one -> uncounted.contains(one.source()))
                        || all.stream().anyMatch(one -> counted.contains(one.source()));
        fresh.forEach((body, side) -> {
            Place place = new Place(hit, body);
            boolean told = open(new Place(hit, pair.other(body)), all, tally);
            boolean news = told && charged && !holdsFreely(place);
            Set<Source> judged = new HashSet<>();
            for (Holding one : side) {
                Source source = source(one);
                @Nullable UUID hold = tally.hold(source);
                result.holdings().add(new MatchStore.Fresh(hit, one, source.account(), hold));
                if (hold != null && told) {
                    result.alarms().add(new SourceStore.Alarm(hold, pair.other(body)));
                } else if (hold == null && news && judged.add(source)) {
                    charge(source, late(one), tally, result, pair.other(body));
                }
            }
        });
    }

    private static void charge(
            Source source, boolean late, Tally tally, Result result, String other) {
        result.charges().add(new Charge(source, late));
        tally.charge(source, late);
        @Nullable UUID opened = tally.hold(source);
        if (opened != null) {
            result.alarms().add(new SourceStore.Alarm(opened, other));
        }
    }

    private boolean late(Holding one) {
        return one.kind() == Holding.Kind.REPORT && !counted.contains(one.source());
    }

    /** Whether that side holds something that is not held back, so that nothing is news to it. */
    private boolean holdsFreely(Place place) {
        return known.getOrDefault(place, List.of()).stream().anyMatch(one -> !one.held());
    }

    /** Whether that side holds something that the other may learn of. */
    private boolean open(Place place, Set<Holding> all, Tally tally) {
        return known.getOrDefault(place, List.of()).stream()
                        .anyMatch(one -> !one.held() && !one.hidden())
                || all.stream()
                        .filter(one -> one.body().equals(place.body()))
                        .filter(one -> !stored.contains(name(place, one)))
                        .anyMatch(one -> !one.hidden() && tally.hold(source(one)) == null);
    }
}
