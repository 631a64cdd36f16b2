package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.Cvss.Scores;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The equations of CVSS 3.0 and 3.1 (chapter 7 of the specification). */
final class CvssThree {

    private static final Map<String, Double> WEIGHTS =
            Weights.of(
                    "AV:N 0.85 AV:A 0.62 AV:L 0.55 AV:P 0.2 AC:L 0.77 AC:H 0.44 PR:N 0.85 PR:L 0.62"
                            + " PR:H 0.27 UI:N 0.85 UI:R 0.62 C:H 0.56 C:L 0.22 C:N 0 I:H 0.56"
                            + " I:L 0.22 I:N 0 A:H 0.56 A:L 0.22 A:N 0 E:H 1 E:F 0.97 E:P 0.94"
                            + " E:U 0.91 RL:U 1 RL:W 0.97 RL:T 0.96 RL:O 0.95 RC:C 1 RC:R 0.96"
                            + " RC:U 0.92 CR:H 1.5 CR:M 1 CR:L 0.5 IR:H 1.5 IR:M 1 IR:L 0.5"
                            + " AR:H 1.5 AR:M 1 AR:L 0.5");

    private final Weights weights;
    private final Map<String, String> vector;
    private final boolean isThreeOne;

    private CvssThree(Map<String, String> vector, boolean isThreeOne) {
        this.weights = new Weights(WEIGHTS, vector);
        this.vector = vector;
        this.isThreeOne = isThreeOne;
    }

    static @Nullable Scores scores(Map<String, String> vector, boolean isThreeOne) {
        if (!vector.keySet().containsAll(List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A"))) {
            return null;
        }
        return new CvssThree(vector, isThreeOne).scores();
    }

    private Scores scores() {
        boolean changes = value("S").equals("C");
        double iss = combined(weights.one("C"), weights.one("I"), weights.one("A"));
        double impact =
                changes ? 7.52 * (iss - 0.029) - 3.25 * Math.pow(iss - 0.02, 15) : 6.42 * iss;
        double base = impact <= 0 ? 0 : up(sum(impact, exploitability(""), changes));
        double time = weights.one("E") * weights.one("RL") * weights.one("RC");
        return new Scores(base, up(base * time), environmental(time));
    }

    private double environmental(double time) {
        boolean changes = modified("S").equals("C");
        double c = weights.weight("C", modified("C")) * weights.one("CR");
        double i = weights.weight("I", modified("I")) * weights.one("IR");
        double a = weights.weight("A", modified("A")) * weights.one("AR");
        double iss = Math.min(combined(c, i, a), 0.915);
        double power = isThreeOne ? Math.pow(iss * 0.9731 - 0.02, 13) : Math.pow(iss - 0.02, 15);
        double impact = changes ? 7.52 * (iss - 0.029) - 3.25 * power : 6.42 * iss;
        return impact <= 0 ? 0 : up(up(sum(impact, exploitability("M"), changes)) * time);
    }

    private double exploitability(String prefix) {
        boolean modified = !prefix.isEmpty();
        String privileges = modified ? modified("PR") : value("PR");
        boolean changes = (modified ? modified("S") : value("S")).equals("C");
        double pr = weights.weight("PR", privileges);
        if (changes && privileges.equals("L")) {
            pr = 0.68;
        } else if (changes && privileges.equals("H")) {
            pr = 0.5;
        }
        double product = 8.22 * pr;
        for (String metric : List.of("AV", "AC", "UI")) {
            product *= weights.weight(metric, modified ? modified(metric) : value(metric));
        }
        return product;
    }

    private String value(String metric) {
        return vector.getOrDefault(metric, "X");
    }

    /** The modified value where one is told, else the value of the base. */
    private String modified(String metric) {
        String modified = vector.getOrDefault("M" + metric, "X");
        return modified.equals("X") ? value(metric) : modified;
    }

    private static double combined(double c, double i, double a) {
        return 1 - (1 - c) * (1 - i) * (1 - a);
    }

    private static double sum(double impact, double exploitability, boolean changes) {
        return Math.min((changes ? 1.08 : 1) * (impact + exploitability), 10);
    }

    /** Rounds up to one place (CVSS 3.1, annex A). */
    private static double up(double score) {
        long whole = Math.round(score * 100_000);
        return whole % 10_000 == 0 ? whole / 100_000.0 : (whole / 10_000 + 1) / 10.0;
    }
}
