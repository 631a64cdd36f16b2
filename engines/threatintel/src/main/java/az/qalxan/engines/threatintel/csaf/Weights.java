package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.Map;

/** What the values of a vector weigh; a value that is not told or not defined weighs 1. */
record Weights(Map<String, Double> table, Map<String, String> vector) {

    static Map<String, Double> of(String words) {
        Map<String, Double> all = new HashMap<>();
        String[] parts = words.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            all.put(parts[i], Double.valueOf(parts[i + 1]));
        }
        return Map.copyOf(all);
    }

    double one(String metric) {
        return weight(metric, vector.getOrDefault(metric, "X"));
    }

    double weight(String metric, String value) {
        return table.getOrDefault(metric + ":" + value, 1.0);
    }
}
