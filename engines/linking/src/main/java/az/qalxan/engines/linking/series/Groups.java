package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Reports joined by what they share. What holds whichever report is taken away is joined at once.
 * What hangs together by single reports is joined when both sides tell one script, or when one side
 * is a single report: one victim who names a number of another ring does not make one ring of two.
 */
final class Groups {

    private static final int SIDE_SMALL = 2;
    private static final int COMMON_MIN_SMALL = 8;

    private final List<ReportTraits> reports;
    private final KeyGraph graph;
    private final Joins joins;
    private final Map<Integer, Known> scripts = new HashMap<>();

    Groups(List<ReportTraits> reports, LongPredicate hub, Joins joins) {
        this.reports = reports;
        this.graph = KeyGraph.of(reports, hub);
        this.joins = joins;
    }

    /** Two reports that may hold two clusters together. */
    private record Thin(int one, int other) {}

    /** A thin link with what its two sides, as they are now, have in common. */
    private record Weighed(Thin link, int small, Script.Comparison scripts) {}

    /** Joins what belongs together; {@code weak} are further pairs with enough points. */
    void join(List<int[]> weak) {
        Homes homes = new Homes(reports, graph);
        homes.members().values().forEach(this::joinHome);
        List<Thin> links = new ArrayList<>();
        homes.thin().forEach(report -> addLinks(report, homes, links));
        weak.forEach(pair -> links.add(new Thin(pair[0], pair[1])));
        joinThin(links);
    }

    private void joinHome(List<Integer> members) {
        if (joins.constrained()) {
            strongestFirst(members).forEach(pair -> joins.join(pair.one(), pair.other()));
        }
        for (int other : members) {
            joins.join(members.getFirst(), other);
        }
    }

    /** All pairs of members that share a key, those that share most first. */
    private List<Thin> strongestFirst(List<Integer> members) {
        Map<Long, Integer> shared = new TreeMap<>();
        for (int report : members) {
            for (int key : graph.keysOf(report)) {
                for (int other : graph.holdersOf(key)) {
                    if (other > report && members.contains(other)) {
                        shared.merge((long) report << 32 | other, 1, Integer::sum);
                    }
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(
                        Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Thin((int) (entry.getKey() >>> 32), entry.getKey().intValue()))
                .toList();
    }

    private void addLinks(int report, Homes homes, List<Thin> links) {
        for (int key : graph.keysOf(report)) {
            if (homes.classOf(key) != homes.home(report)) {
                for (int other : graph.holdersOf(key)) {
                    if (other != report) {
                        links.add(new Thin(report, other));
                    }
                }
            }
        }
    }

    private void joinThin(List<Thin> links) {
        for (Thin link : links) {
            if (joins.size(link.one()) < SIDE_SMALL || joins.size(link.other()) < SIDE_SMALL) {
                joins.join(link.one(), link.other());
            }
        }
        boolean joined = true;
        while (joined) {
            joined = joinRound(links);
        }
    }

    /** Joins the most alike first; a cluster that has just grown is looked at in the next round. */
    private boolean joinRound(List<Thin> links) {
        Set<Integer> grown = new HashSet<>();
        for (Weighed one : weighed(links)) {
            int a = joins.cluster(one.link().one());
            int b = joins.cluster(one.link().other());
            boolean open = !grown.contains(a) && !grown.contains(b);
            if (open && holds(one) && joins.join(a, b)) {
                grown.add(joins.cluster(a));
            }
        }
        return !grown.isEmpty();
    }

    private List<Weighed> weighed(List<Thin> links) {
        Map<Long, Thin> between = new TreeMap<>();
        for (Thin link : links) {
            int a = joins.cluster(link.one());
            int b = joins.cluster(link.other());
            if (a != b) {
                between.putIfAbsent((long) Math.min(a, b) << 32 | Math.max(a, b), link);
            }
        }
        return between.values().stream()
                .map(this::weigh)
                .sorted(
                        Comparator.comparingInt((Weighed one) -> -one.scripts().common())
                                .thenComparingDouble(one -> one.scripts().difference())
                                .thenComparingInt(one -> one.link().one())
                                .thenComparingInt(one -> one.link().other()))
                .toList();
    }

    private Weighed weigh(Thin link) {
        return new Weighed(
                link,
                Math.min(joins.size(link.one()), joins.size(link.other())),
                script(link.one()).compare(script(link.other())));
    }

    private Script script(int of) {
        List<Integer> members = joins.members(of);
        Known known = scripts.get(joins.cluster(of));
        if (known == null || known.size() != members.size()) {
            Script script = Script.of(members.stream().sorted().map(reports::get).toList());
            known = new Known(members.size(), script);
            scripts.put(joins.cluster(of), known);
        }
        return known.script();
    }

    /** The script of a cluster when it had that size; clusters only grow. */
    private record Known(int size, Script script) {}

    private static boolean holds(Weighed one) {
        if (one.small() < SIDE_SMALL) {
            return true;
        }
        return one.small() == SIDE_SMALL
                ? one.scripts().common() >= COMMON_MIN_SMALL
                : one.scripts().sameTale();
    }
}
