package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The score of CVSS 4.0 (chapter 8 of the specification). */
final class CvssFour {

    private static final Map<String, Double> SCORES = read();
    private static final double ROUNDING = 1e-6;

    /** How far each value is from the worst of its metric, worst first. */
    private static final Map<String, String> LEVELS =
            Map.ofEntries(
                    Map.entry("AV", "NALP"),
                    Map.entry("PR", "NLH"),
                    Map.entry("UI", "NPA"),
                    Map.entry("AC", "LH"),
                    Map.entry("AT", "NP"),
                    Map.entry("VC", "HLN"),
                    Map.entry("VI", "HLN"),
                    Map.entry("VA", "HLN"),
                    Map.entry("SC", "SHLN"),
                    Map.entry("SI", "SHLN"),
                    Map.entry("SA", "SHLN"),
                    Map.entry("CR", "HML"),
                    Map.entry("IR", "HML"),
                    Map.entry("AR", "HML"));

    private static final List<String> ONE = List.of("AV", "PR", "UI");
    private static final List<String> TWO = List.of("AC", "AT");
    private static final List<String> THREE = List.of("VC", "VI", "VA", "CR", "IR", "AR");
    private static final List<String> FOUR = List.of("SC", "SI", "SA");

    /** The worst vectors of each equivalence class, values in the order of its metrics. */
    private static final List<List<String>> WORST_ONE =
            List.of(List.of("NNN"), List.of("ANN", "NLN", "NNP"), List.of("PNN", "ALP"));

    private static final List<List<String>> WORST_TWO = List.of(List.of("LN"), List.of("HN", "LP"));
    private static final Map<String, List<String>> WORST_THREE =
            Map.of(
                    "00", List.of("HHHHHH"),
                    "01", List.of("HHLMMH", "HHHMMM"),
                    "10", List.of("LHHHHH", "HLHHHH"),
                    "11", List.of("LHLHMH", "LHHHMM", "HLHMHM", "HLLMHH", "LLHHHM"),
                    "21", List.of("LLLHHH"));
    private static final List<List<String>> WORST_FOUR =
            List.of(List.of("HSS"), List.of("HHH"), List.of("LLL"));

    private static final int[] DEPTH_ONE = {1, 4, 5};
    private static final int[] DEPTH_TWO = {1, 2};
    private static final Map<String, Integer> DEPTH_THREE =
            Map.of("00", 7, "01", 6, "10", 8, "11", 8, "21", 10);
    private static final int[] DEPTH_FOUR = {6, 5, 4};

    private final Map<String, String> vector;

    private CvssFour(Map<String, String> vector) {
        this.vector = vector;
    }

    private static Map<String, Double> read() {
        Map<String, Double> all = new HashMap<>();
        for (String line : Lines.of("cvss4.txt")) {
            all.putAll(Weights.of(line));
        }
        return Map.copyOf(all);
    }

    /** -1 where a base metric is missing. */
    static double score(Map<String, String> vector) {
        List<String> wanted =
                List.of("AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA");
        return vector.keySet().containsAll(wanted) ? new CvssFour(vector).score() : -1;
    }

    /** The value that counts: modified before base, the worst where none is defined. */
    private String value(String metric) {
        String modified = vector.getOrDefault("M" + metric, "X");
        String value = modified.equals("X") ? vector.getOrDefault(metric, "X") : modified;
        if (!value.equals("X")) {
            return value;
        }
        return metric.equals("E") ? "A" : "H";
    }

    private boolean is(String metric, String value) {
        return value(metric).equals(value);
    }

    private double score() {
        if (List.of("VC", "VI", "VA", "SC", "SI", "SA").stream().allMatch(m -> is(m, "N"))) {
            return 0;
        }
        int[] eq = {one(), two(), three(), four(), five(), six()};
        Double top = SCORES.get(key(eq));
        if (top == null) {
            return -1;
        }
        String both = "" + eq[2] + eq[5];
        List<Double> steps = new ArrayList<>();
        step(steps, top, raised(eq, 0), part(ONE, WORST_ONE.get(eq[0]), DEPTH_ONE[eq[0]]));
        step(steps, top, raised(eq, 1), part(TWO, WORST_TWO.get(eq[1]), DEPTH_TWO[eq[1]]));
        List<String> worst = WORST_THREE.getOrDefault(both, List.of());
        step(steps, top, below(eq), part(THREE, worst, DEPTH_THREE.getOrDefault(both, 1)));
        step(steps, top, raised(eq, 3), part(FOUR, WORST_FOUR.get(eq[3]), DEPTH_FOUR[eq[3]]));
        step(steps, top, raised(eq, 4), 0);
        double mean = steps.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double score = Math.clamp(top - mean, 0, 10);
        return Math.floor((score + ROUNDING) * 10 + 0.5) / 10;
    }

    private static void step(List<Double> steps, double top, @Nullable Double lower, double part) {
        if (lower != null) {
            steps.add((top - lower) * part);
        }
    }

    private static String key(int[] eq) {
        StringBuilder key = new StringBuilder();
        for (int one : eq) {
            key.append(one);
        }
        return key.toString();
    }

    /** The score of the macro vector with that class one lower. */
    private static @Nullable Double raised(int[] eq, int... places) {
        int[] lower = eq.clone();
        for (int place : places) {
            lower[place]++;
        }
        return SCORES.get(key(lower));
    }

    /** The classes 3 and 6 depend on each other. */
    private static @Nullable Double below(int[] eq) {
        if (eq[2] == 0 && eq[5] == 0) {
            Double three = raised(eq, 2);
            Double six = raised(eq, 5);
            return three == null || six != null && six > three ? six : three;
        }
        return eq[2] == 1 && eq[5] == 0 ? raised(eq, 5) : raised(eq, 2);
    }

    /** How far the vector is from the worst of its class, of all that it could be. */
    private double part(List<String> metrics, List<String> worst, int depth) {
        for (String one : worst) {
            int distance = 0;
            for (int i = 0; i < metrics.size() && distance >= 0; i++) {
                int step = distance(metrics.get(i), one.substring(i, i + 1));
                distance = step < 0 ? -1 : distance + step;
            }
            if (distance >= 0) {
                return (double) distance / depth;
            }
        }
        return 0;
    }

    private int distance(String metric, String from) {
        String levels = LEVELS.getOrDefault(metric, "");
        return levels.indexOf(value(metric)) - levels.indexOf(from);
    }

    private int one() {
        boolean n = is("AV", "N");
        boolean all = n && is("PR", "N") && is("UI", "N");
        boolean any = n || is("PR", "N") || is("UI", "N");
        return all ? 0 : any && !is("AV", "P") ? 1 : 2;
    }

    private int two() {
        return is("AC", "L") && is("AT", "N") ? 0 : 1;
    }

    private int three() {
        boolean both = is("VC", "H") && is("VI", "H");
        boolean any = is("VC", "H") || is("VI", "H") || is("VA", "H");
        return both ? 0 : any ? 1 : 2;
    }

    private int four() {
        boolean any = is("SC", "H") || is("SI", "H") || is("SA", "H");
        return is("SI", "S") || is("SA", "S") ? 0 : any ? 1 : 2;
    }

    private int five() {
        return is("E", "A") ? 0 : is("E", "P") ? 1 : 2;
    }

    private int six() {
        boolean high =
                is("CR", "H") && is("VC", "H")
                        || is("IR", "H") && is("VI", "H")
                        || is("AR", "H") && is("VA", "H");
        return high ? 0 : 1;
    }
}
