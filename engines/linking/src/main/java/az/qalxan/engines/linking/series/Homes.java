package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * To which class of keys each report belongs first of all. A report with keys in several classes
 * goes where it states more and where its story is told alike.
 */
final class Homes {

    /** A report that shares no key. */
    static final int NONE = -1;

    private static final double LIKENESS_WEIGHT = 5;

    private final List<ReportTraits> reports;
    private final KeyGraph graph;
    private final int[] classes;
    private final int[] homes;
    private final Map<Integer, List<Integer>> cores = new TreeMap<>();
    private final List<Integer> thin = new ArrayList<>();

    Homes(List<ReportTraits> reports, KeyGraph graph) {
        this.reports = reports;
        this.graph = graph;
        this.classes = KeyClasses.of(graph);
        this.homes = new int[reports.size()];
        for (int report = 0; report < homes.length; report++) {
            placeWhole(report);
        }
        Map<Integer, Script> scripts = new TreeMap<>();
        for (int report : thin) {
            homes[report] = choose(report, scripts);
        }
        thin.forEach(
                report -> cores.computeIfAbsent(homes[report], c -> new ArrayList<>()).add(report));
    }

    private void placeWhole(int report) {
        int[] keys = graph.keysOf(report);
        homes[report] = keys.length == 0 ? NONE : classes[keys[0]];
        for (int key : keys) {
            if (classes[key] != homes[report]) {
                thin.add(report);
                return;
            }
        }
        if (keys.length > 0) {
            cores.computeIfAbsent(homes[report], c -> new ArrayList<>()).add(report);
        }
    }

    private int choose(int report, Map<Integer, Script> scripts) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int key : graph.keysOf(report)) {
            counts.merge(classes[key], 1, Integer::sum);
        }
        int[] story = Script.features(reports.get(report));
        int best = NONE;
        double most = -1;
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            Script script = scripts.computeIfAbsent(one.getKey(), c -> Script.of(traits(core(c))));
            double weight = one.getValue() + LIKENESS_WEIGHT * script.likeness(story);
            if (weight > most) {
                most = weight;
                best = one.getKey();
            }
        }
        return best;
    }

    private List<Integer> core(int keyClass) {
        return cores.getOrDefault(keyClass, List.of());
    }

    private List<ReportTraits> traits(List<Integer> numbers) {
        return numbers.stream().map(reports::get).toList();
    }

    int classOf(int key) {
        return classes[key];
    }

    int home(int report) {
        return homes[report];
    }

    /** Reports with keys outside of their home, ascending. */
    List<Integer> thin() {
        return thin;
    }

    /** The reports of every home, first those that belong nowhere else. */
    Map<Integer, List<Integer>> members() {
        return cores;
    }
}
