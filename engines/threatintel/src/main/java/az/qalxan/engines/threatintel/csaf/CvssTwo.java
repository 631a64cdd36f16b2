package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.Cvss.Scores;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The equations of CVSS 2.0 (chapter 3.2 of its guide). */
final class CvssTwo {

    private static final Map<String, Double> WEIGHTS =
            Weights.of(
                    "AV:L 0.395 AV:A 0.646 AV:N 1 AC:H 0.35 AC:M 0.61 AC:L 0.71 Au:M 0.45 Au:S 0.56"
                            + " Au:N 0.704 C:N 0 C:P 0.275 C:C 0.660 I:N 0 I:P 0.275 I:C 0.660 A:N"
                            + " 0"
                            + " A:P 0.275 A:C 0.660 E:U 0.85 E:POC 0.9 E:F 0.95 E:H 1 RL:OF 0.87"
                            + " RL:TF 0.9 RL:W 0.95 RL:U 1 RC:UC 0.9 RC:UR 0.95 RC:C 1 CDP:N 0"
                            + " CDP:L 0.1 CDP:LM 0.3 CDP:MH 0.4 CDP:H 0.5 CDP:ND 0 TD:N 0 TD:L 0.25"
                            + " TD:M 0.75 TD:H 1 CR:L 0.5 CR:M 1 CR:H 1.51 IR:L 0.5 IR:M 1 IR:H"
                            + " 1.51"
                            + " AR:L 0.5 AR:M 1 AR:H 1.51");

    private CvssTwo() {}

    static @Nullable Scores scores(Map<String, String> vector) {
        if (!vector.keySet().containsAll(List.of("AV", "AC", "Au", "C", "I", "A"))) {
            return null;
        }
        Weights w = new Weights(WEIGHTS, vector);
        double exploitability = 20 * w.one("AC") * w.one("Au") * w.one("AV");
        double time = w.one("E") * w.one("RL") * w.one("RC");
        double base = base(impact(w.one("C"), w.one("I"), w.one("A")), exploitability);
        double c = w.one("C") * w.one("CR");
        double adjusted = impact(c, w.one("I") * w.one("IR"), w.one("A") * w.one("AR"));
        double again = round(base(Math.min(10, adjusted), exploitability) * time);
        double damage = vector.containsKey("CDP") ? w.one("CDP") : 0;
        double environmental = round((again + (10 - again) * damage) * w.one("TD"));
        return new Scores(base, round(base * time), environmental);
    }

    private static double impact(double c, double i, double a) {
        return 10.41 * (1 - (1 - c) * (1 - i) * (1 - a));
    }

    private static double base(double impact, double exploitability) {
        double factor = impact == 0 ? 0 : 1.176;
        return round((0.6 * impact + 0.4 * exploitability - 1.5) * factor);
    }

    private static double round(double score) {
        return Math.round(score * 10) / 10.0;
    }
}
