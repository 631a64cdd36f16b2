package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Joins the groups of one component that are told after one script. */
final class ScriptJoins {

    private final List<Group> groups;
    private final List<Integer> members;
    private final List<int[]> scripts = new ArrayList<>();

    /** {@code scripts} name groups by their place in {@code groups}, as the members do. */
    ScriptJoins(List<Group> groups, List<Integer> members, List<int[]> scripts) {
        this.groups = groups;
        this.members = members;
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            places.put(members.get(i), i);
        }
        for (int[] pair : scripts) {
            Integer one = places.get(pair[0]);
            Integer other = places.get(pair[1]);
            if (one != null && other != null) {
                this.scripts.add(new int[] {one, other});
            }
        }
    }

    List<Cluster> clusters(
            UUID component, Placement.Width width, Collection<PairDecision> decisions) {
        Joins joins = new Joins(members.size(), apart(decisions));
        List<int[]> used = new ArrayList<>();
        for (int[] pair : scripts) {
            boolean together = joins.cluster(pair[0]) == joins.cluster(pair[1]);
            if (!together && joins.join(pair[0], pair[1])) {
                used.add(pair);
            }
        }
        Map<Integer, List<Integer>> clusters = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            clusters.computeIfAbsent(joins.cluster(i), c -> new ArrayList<>()).add(i);
        }
        return clusters.values().stream()
                .map(some -> cluster(component, width, some, used))
                .toList();
    }

    private List<int[]> apart(Collection<PairDecision> decisions) {
        Map<UUID, Integer> groupOf = new HashMap<>();
        for (int i = 0; i < members.size() && !decisions.isEmpty(); i++) {
            for (ReportTraits report : groups.get(members.get(i)).reports()) {
                groupOf.put(report.id(), i);
            }
        }
        List<int[]> apart = new ArrayList<>();
        for (PairDecision decision : decisions) {
            Integer one = groupOf.get(decision.pair().first());
            Integer other = groupOf.get(decision.pair().second());
            boolean rejected = decision.verdict() == PairDecision.Verdict.NOT_SAME;
            if (rejected && one != null && other != null && !one.equals(other)) {
                apart.add(new int[] {one, other});
            }
        }
        return apart;
    }

    private Cluster cluster(
            UUID component, Placement.Width width, List<Integer> some, List<int[]> used) {
        List<Group> parts = some.stream().map(place -> groups.get(members.get(place))).toList();
        List<int[]> pairs = new ArrayList<>();
        for (int[] pair : used) {
            if (some.contains(pair[0])) {
                pairs.add(new int[] {some.indexOf(pair[0]), some.indexOf(pair[1])});
            }
        }
        return new Cluster(component, width, sorted(parts, pairs), pairs);
    }

    /** Groups by ascending heads; the pairs are renumbered alike. */
    private static List<Group> sorted(List<Group> parts, List<int[]> pairs) {
        List<Group> sorted = new ArrayList<>(parts);
        sorted.sort(Group.BY_HEAD);
        for (int[] pair : pairs) {
            pair[0] = sorted.indexOf(parts.get(pair[0]));
            pair[1] = sorted.indexOf(parts.get(pair[1]));
        }
        return sorted;
    }
}
