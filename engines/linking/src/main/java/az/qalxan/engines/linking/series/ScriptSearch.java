package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks in the store for groups that are told after the script of a group of this step, and draws
 * their components in.
 */
final class ScriptSearch {

    /** Of a key that more groups have than these, only that it is a hub is of interest. */
    private static final int HEADS_READ = 64;

    private final SeriesStore store;
    private final Neighbourhood around;
    private final int most;
    private final List<Part> parts = new ArrayList<>();
    private final Set<UUID> own = new HashSet<>();
    private final Set<Long> looked = new HashSet<>();
    private final Map<UUID, List<Trait>> scripts = new HashMap<>();

    ScriptSearch(SeriesStore store, Neighbourhood around, int most) {
        this.store = store;
        this.around = around;
        this.most = most;
    }

    /** The script keys of every group that has some, by its head. */
    Map<UUID, List<Trait>> scripts() {
        return scripts;
    }

    /** The clusters of every component in which a report of the step's own parts lies. */
    List<Cluster> clusters(List<Part> ownParts) {
        own.addAll(ownParts.stream().map(Part::head).toList());
        addParts(ownParts);
        Set<Long> keys = oldKeys();
        Components components = components();
        boolean more = true;
        while (more) {
            keys.addAll(keysOf(components));
            keys.removeAll(looked);
            more = !keys.isEmpty();
            if (more) {
                look(keys);
                keys.clear();
                components = components();
            }
        }
        return components.clusters(around.decisions(), this::isOwn);
    }

    private void addParts(Collection<Part> more) {
        parts.addAll(more);
        parts.sort((a, b) -> ReportOrder.compare(a.head(), b.head()));
        for (Part part : more) {
            boolean whole = part.width() == Placement.Width.ALL_EVIDENCE;
            for (Group group : whole ? part.groups() : List.<Group>of()) {
                List<Trait> keys = ScriptKeys.of(group);
                if (!keys.isEmpty()) {
                    scripts.put(group.head(), keys);
                }
            }
        }
    }

    /** Keys that reports of the step's components had before it. */
    private Set<Long> oldKeys() {
        Set<Long> keys = new HashSet<>();
        around.rows().forEach(row -> row.traits().script().forEach(one -> keys.add(one.key())));
        return keys;
    }

    private Components components() {
        List<Group> groups = Components.groupsOf(parts);
        return new Components(parts, new ScriptLinks(groups, around::isHub).of(scripts), most);
    }

    private boolean isOwn(List<Integer> component) {
        return component.stream().anyMatch(part -> own.contains(parts.get(part).head()));
    }

    private Set<Long> keysOf(Components components) {
        Set<Long> keys = new HashSet<>();
        for (List<Integer> component : components.components().values()) {
            if (isOwn(component)) {
                for (int part : component) {
                    for (Group group : parts.get(part).groups()) {
                        scripts.getOrDefault(group.head(), List.of())
                                .forEach(one -> keys.add(one.key()));
                    }
                }
            }
        }
        return keys;
    }

    private void look(Set<Long> keys) {
        looked.addAll(keys);
        Map<Long, Integer> before = new HashMap<>();
        Map<Long, Integer> after = new HashMap<>();
        scripts.values()
                .forEach(script -> script.forEach(one -> after.merge(one.key(), 1, Integer::sum)));
        List<PlacedReport> rows = store.holders(keys, HEADS_READ);
        for (PlacedReport row : rows) {
            for (Trait trait : row.traits().script()) {
                before.merge(trait.key(), 1, Integer::sum);
                after.merge(trait.key(), isRead(row) ? 0 : 1, Integer::sum);
            }
        }
        Set<Long> flipped = new HashSet<>();
        for (long key : keys) {
            boolean hub = HubRule.isScriptHub(after.getOrDefault(key, 0));
            if (hub) {
                around.addHub(key);
            }
            if (hub != HubRule.isScriptHub(before.getOrDefault(key, 0))) {
                flipped.add(key);
            }
        }
        draw(rows, keys, flipped);
    }

    private boolean isRead(PlacedReport row) {
        return around.holdsComponent(row.placement().component());
    }

    private void draw(List<PlacedReport> rows, Set<Long> keys, Set<Long> flipped) {
        Set<UUID> labels = new HashSet<>();
        Set<UUID> changed = new HashSet<>();
        for (PlacedReport row : rows) {
            for (Trait trait : row.traits().script()) {
                boolean asked = keys.contains(trait.key());
                if (asked && flipped.contains(trait.key())) {
                    changed.add(row.placement().component());
                }
                if (asked && (flipped.contains(trait.key()) || !around.isHub(trait.key()))) {
                    labels.add(row.placement().component());
                }
            }
        }
        Set<UUID> known = new HashSet<>();
        around.reports().forEach(report -> known.add(report.id()));
        around.readComponents(labels);
        List<ReportTraits> fresh =
                around.reports().stream().filter(one -> !known.contains(one.id())).toList();
        List<Part> drawn = new Parts(fresh, around::isHub, around.decisions(), most).all();
        addParts(drawn);
        for (Part part : parts) {
            PlacedReport row = around.row(part.head());
            if (row != null && changed.contains(row.placement().component())) {
                own.add(part.head());
            }
        }
    }
}
