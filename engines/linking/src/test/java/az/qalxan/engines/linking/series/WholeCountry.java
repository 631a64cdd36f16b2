package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The naive oracle: reckons everything of all reports anew, without any store. */
final class WholeCountry {

    private final Collection<ReportTraits> reports;
    private final Collection<PairDecision> decisions;
    private final Map<Long, KeyCensus> censuses = new HashMap<>();
    private final Set<Long> hubs = new HashSet<>();
    private final Map<UUID, Place> places = new TreeMap<>(ReportOrder.BY_ID);

    /** A report's place without the id of its series, which depends on history. */
    record Place(
            UUID component,
            Placement.Width width,
            @Nullable UUID head,
            @Nullable UUID linkedTo,
            int score) {}

    WholeCountry(
            Collection<ReportTraits> reports,
            Collection<PairDecision> decisions,
            Map<Long, HubRuling> rulings,
            int most) {
        this.reports = reports;
        this.decisions = decisions;
        countKeys(rulings);
        new Parts(reports, hubs::contains, decisions, most)
                .all()
                .forEach(part -> part.clusters().forEach(this::place));
    }

    private void countKeys(Map<Long, HubRuling> rulings) {
        for (ReportTraits report : reports) {
            for (Trait trait : report.traits()) {
                KeyCensus known =
                        censuses.getOrDefault(
                                trait.key(), KeyCensus.empty(trait.key(), trait.kind()));
                censuses.put(trait.key(), known.plus(report));
            }
        }
        censuses.forEach((key, census) -> {
            if (HubRule.isHub(census, rulings.get(key))) {
                hubs.add(key);
            }
        });
    }

    private void place(Cluster cluster) {
        UUID head = cluster.size() > 1 ? cluster.head() : null;
        places.put(cluster.head(), new Place(cluster.component(), cluster.width(), head, null, 0));
        for (Backbone.Link link : new Backbone(cluster, hubs::contains, decisions).links()) {
            int score = PairScore.of(link.from(), link.to(), hubs::contains);
            places.put(
                    link.from().id(),
                    new Place(cluster.component(), cluster.width(), head, link.to().id(), score));
        }
    }

    Map<UUID, Place> places() {
        return places;
    }

    /** The censuses that a store is to keep. */
    Map<Long, KeyCensus> kept() {
        Map<Long, KeyCensus> kept = new HashMap<>();
        censuses.forEach((key, census) -> {
            if (hubs.contains(key) || census.count() > HubRule.HOLDERS_READ) {
                kept.put(key, census);
            }
        });
        return kept;
    }

    /** The same view of what a store holds. */
    static Map<UUID, Place> of(Collection<PlacedReport> stored) {
        Map<UUID, UUID> heads = new HashMap<>();
        List<PlacedReport> all = new ArrayList<>(stored);
        all.sort((a, b) -> ReportOrder.compare(a.id(), b.id()));
        Map<UUID, Place> places = new TreeMap<>(ReportOrder.BY_ID);
        for (PlacedReport report : all) {
            Placement place = report.placement();
            UUID head =
                    place.series() == null
                            ? null
                            : heads.computeIfAbsent(place.series(), s -> report.id());
            boolean undivided = place.width() == Placement.Width.UNDIVIDED;
            places.put(
                    report.id(),
                    new Place(
                            place.component(),
                            place.width(),
                            head,
                            undivided ? null : place.linkedTo(),
                            undivided ? 0 : place.score()));
        }
        return places;
    }

    /** The oracle's places, without links in undivided components. */
    Map<UUID, Place> comparable() {
        Map<UUID, Place> comparable = new TreeMap<>(ReportOrder.BY_ID);
        places.forEach((id, place) ->
                comparable.put(
                        id,
                        place.width() == Placement.Width.UNDIVIDED
                                ? new Place(place.component(), place.width(), place.head(), null, 0)
                                : place));
        return comparable;
    }
}
