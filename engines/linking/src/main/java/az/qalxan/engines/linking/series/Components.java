package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Parts connected by scripts into components, and the clusters in them. A component that scripts
 * would make too large stays divided into its parts.
 */
final class Components {

    private final List<Part> parts;
    private final List<Group> groups = new ArrayList<>();
    private final List<Integer> partOf = new ArrayList<>();
    private final List<int[]> scripts;
    private final Forest connected;
    private final int most;

    /**
     * Takes parts by ascending heads.
     *
     * @param scripts pairs of groups, as places in the list of all groups of {@code parts}
     */
    Components(List<Part> parts, List<int[]> scripts, int most) {
        this.parts = parts;
        this.scripts = scripts;
        this.most = most;
        for (int part = 0; part < parts.size(); part++) {
            for (Group group : parts.get(part).groups()) {
                groups.add(group);
                partOf.add(part);
            }
        }
        this.connected = new Forest(parts.size());
        scripts.forEach(pair -> connected.join(partOf.get(pair[0]), partOf.get(pair[1])));
    }

    /** All groups of the parts, part by part: to number the pairs. */
    static List<Group> groupsOf(List<Part> parts) {
        return parts.stream().flatMap(part -> part.groups().stream()).toList();
    }

    /** The parts of each component, by the place of its first part. */
    Map<Integer, List<Integer>> components() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int part = 0; part < parts.size(); part++) {
            all.computeIfAbsent(connected.root(part), root -> new ArrayList<>()).add(part);
        }
        return all;
    }

    /** The clusters of every component. */
    List<Cluster> clusters(Collection<PairDecision> decisions) {
        return clusters(decisions, some -> true);
    }

    /** The clusters of those components that are wanted, given by the places of their parts. */
    List<Cluster> clusters(Collection<PairDecision> decisions, Predicate<List<Integer>> wanted) {
        Map<Integer, List<Integer>> groupsOf = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            groupsOf.computeIfAbsent(partOf.get(group), p -> new ArrayList<>()).add(group);
        }
        List<Cluster> clusters = new ArrayList<>();
        components().values().stream()
                .filter(wanted)
                .forEach(some -> {
                    int size = some.stream().mapToInt(part -> parts.get(part).size()).sum();
                    List<List<Integer>> each = new ArrayList<>();
                    if (some.size() > 1 && size > most) {
                        some.forEach(part -> each.add(List.of(part)));
                    } else {
                        each.add(some);
                    }
                    each.forEach(component -> clusters.addAll(cut(component, groupsOf, decisions)));
                });
        return clusters;
    }

    private List<Cluster> cut(
            List<Integer> component,
            Map<Integer, List<Integer>> groupsOf,
            Collection<PairDecision> decisions) {
        List<Integer> members = new ArrayList<>();
        component.forEach(part -> members.addAll(groupsOf.getOrDefault(part, List.of())));
        UUID head = parts.get(component.getFirst()).head();
        Placement.Width width = parts.get(component.getFirst()).width();
        if (component.size() == 1 && scripts.isEmpty()) {
            return members.stream()
                    .map(group -> new Cluster(head, width, List.of(groups.get(group)), List.of()))
                    .toList();
        }
        return new ScriptJoins(groups, members, scripts).clusters(head, width, decisions);
    }
}
