package az.qalxan.engines.linking.series;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns clusters into places of reports, and tells what changed. */
final class Placing {

    private final SeriesStore store;
    private final Neighbourhood around;
    private final Step step;
    private final Oversized oversized;
    private final Map<UUID, Placement> placements = new HashMap<>();
    private final Set<UUID> handled = new HashSet<>();
    private final SeriesNaming naming = new SeriesNaming();
    private final boolean flips;
    private final Map<UUID, UUID> renamed = new HashMap<>();

    /** {@code flips} says that keys became hubs or are none any more, so that scores change. */
    Placing(
            SeriesStore store,
            Neighbourhood around,
            Step step,
            Oversized oversized,
            boolean flips) {
        this.store = store;
        this.around = around;
        this.step = step;
        this.oversized = oversized;
        this.flips = flips;
    }

    void place(List<Cluster> clusters, Supplier<UUID> newSeries) {
        Map<UUID, Integer> sizes = store.sizes(undividedSeries());
        naming.knowSizes(sizes);
        Set<UUID> alone = Undivided.alone(clusters, around.decisions());
        Map<UUID, Map<UUID, Integer>> leaving = leaving(clusters, alone, sizes);
        for (Cluster cluster : clusters) {
            claim(
                    cluster,
                    alone.contains(cluster.head()),
                    leaving.getOrDefault(cluster.component(), Map.of()));
        }
        rename(clusters);
        List<@Nullable UUID> names = naming.names(newSeries);
        for (int i = 0; i < clusters.size(); i++) {
            place(clusters.get(i), names.get(i));
        }
        followAll(clusters, names);
        for (PlacedReport row : around.rows()) {
            boolean gone = step.withdrawn().contains(row.id());
            if (gone) {
                naming.left(row.placement().series(), row.id());
            }
        }
    }

    private Set<UUID> undividedSeries() {
        Set<UUID> series = new HashSet<>();
        for (PlacedReport row : around.outside()) {
            UUID one = row.placement().series();
            if (one != null) {
                series.add(one);
            }
        }
        return series;
    }

    /**
     * The series that reports leave to stand alone in an undivided component, by component. What
     * was not read of such a series stays together, so that it too lays claim to the component's.
     */
    private Map<UUID, Map<UUID, Integer>> leaving(
            List<Cluster> clusters, Set<UUID> alone, Map<UUID, Integer> sizes) {
        Map<UUID, Map<UUID, Integer>> leaving = new HashMap<>();
        for (Cluster cluster : clusters) {
            PlacedReport row = around.row(cluster.head());
            UUID series = row == null ? null : row.placement().series();
            if (series != null && alone.contains(cluster.head()) && sizes.containsKey(series)) {
                leaving.computeIfAbsent(cluster.component(), c -> new HashMap<>())
                        .merge(series, 1, Integer::sum);
            }
        }
        leaving.values()
                .forEach(some ->
                        some.entrySet()
                                .removeIf(one ->
                                        one.getValue() >= sizes.getOrDefault(one.getKey(), 0)));
        return leaving;
    }

    /**
     * The series in which the cluster's reports stood so far lay claim to it, and those that others
     * leave behind in its component.
     */
    private void claim(Cluster cluster, boolean alone, Map<UUID, Integer> leaving) {
        Map<UUID, Integer> earlier = new HashMap<>(leaving);
        boolean undivided = !leaving.isEmpty();
        for (ReportTraits report : cluster.reports()) {
            PlacedReport row = around.row(report.id());
            UUID series = row == null ? null : row.placement().series();
            if (series != null) {
                earlier.merge(series, 1, Integer::sum);
            }
            undivided |= oversized.undivided(report.id()) != null;
        }
        naming.claim(cluster.head(), !alone && (cluster.size() > 1 || undivided), earlier);
    }

    private void place(Cluster cluster, @Nullable UUID series) {
        UUID component = component(cluster);
        Backbone backbone = new Backbone(cluster, around::isHub, around.decisions());
        UUID root = cluster.head();
        put(root, new Placement(component, cluster.width(), series, null, 0));
        for (Backbone.Link link : backbone.links()) {
            UUID to = link.to().id();
            put(
                    link.from().id(),
                    new Placement(component, cluster.width(), series, to, score(link)));
        }
    }

    private int score(Backbone.Link link) {
        PlacedReport row = around.row(link.from().id());
        boolean same =
                row != null
                        && !flips
                        && link.to().id().equals(row.placement().linkedTo())
                        && !step.touches(link.from().id(), link.to().id());
        return same && row != null
                ? row.placement().score()
                : PairScore.of(link.from(), link.to(), around::isHub);
    }

    /**
     * What components will be called: the smallest id, also among reports of an undivided component
     * that were not read. Clusters meet by the component that they were cut from and by the ones in
     * which their reports stood.
     */
    private void rename(List<Cluster> clusters) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Cluster cluster : clusters) {
                Set<UUID> labels = undividedLabels(cluster);
                labels.add(cluster.component());
                UUID least = cluster.component();
                for (UUID label : labels) {
                    least = smaller(least, renamed.getOrDefault(label, label));
                }
                for (UUID label : labels) {
                    changed |= !least.equals(renamed.put(label, least));
                }
            }
        }
    }

    private Set<UUID> undividedLabels(Cluster cluster) {
        Set<UUID> labels = new HashSet<>();
        for (ReportTraits report : cluster.reports()) {
            UUID label = oversized.undivided(report.id());
            if (label != null) {
                labels.add(label);
            }
        }
        return labels;
    }

    private UUID component(Cluster cluster) {
        return renamed.getOrDefault(cluster.component(), cluster.component());
    }

    private static UUID smaller(UUID one, UUID other) {
        return ReportOrder.compare(one, other) <= 0 ? one : other;
    }

    private void put(UUID report, Placement placement) {
        PlacedReport row = around.row(report);
        handled.add(report);
        Placement before = row == null ? null : row.placement();
        Placement after =
                before != null && oversized.undivided(report) != null && placement.series() != null
                        ? new Placement(
                                placement.component(),
                                placement.width(),
                                placement.series(),
                                before.linkedTo(),
                                before.score())
                        : placement;
        if (!after.equals(before)) {
            placements.put(report, after);
        }
        naming.moved(before == null ? null : before.series(), after.series(), report);
    }

    /**
     * The reports of an undivided component that were not read go along with the component's name
     * and series, also where only reports that stand alone were read of it.
     */
    private void followAll(List<Cluster> clusters, List<@Nullable UUID> names) {
        Map<UUID, UUID> series = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            UUID name = names.get(i);
            if (name != null && clusters.get(i).width() == Placement.Width.UNDIVIDED) {
                series.put(component(clusters.get(i)), name);
            }
        }
        for (Cluster cluster : clusters) {
            if (cluster.width() == Placement.Width.UNDIVIDED) {
                follow(cluster, component(cluster), series.get(component(cluster)));
            }
        }
    }

    private void follow(Cluster cluster, UUID component, @Nullable UUID series) {
        Set<UUID> labels = new HashSet<>();
        for (ReportTraits report : cluster.reports()) {
            UUID label = oversized.undivided(report.id());
            PlacedReport row = around.row(report.id());
            boolean moves =
                    label != null
                            && row != null
                            && (!label.equals(component)
                                    || series != null
                                            && row.placement().series() != null
                                            && !series.equals(row.placement().series()));
            if (moves && label != null) {
                labels.add(label);
            }
        }
        for (PlacedReport row :
                labels.isEmpty() ? List.<PlacedReport>of() : store.components(labels)) {
            if (!handled.contains(row.id())) {
                UUID own = row.placement().series();
                put(
                        row.id(),
                        new Placement(
                                component,
                                cluster.width(),
                                own == null || series == null ? own : series,
                                row.placement().linkedTo(),
                                row.placement().score()));
            }
        }
    }

    Map<UUID, Placement> placements() {
        return placements;
    }

    List<SeriesChange> changes() {
        return naming.changes();
    }
}
