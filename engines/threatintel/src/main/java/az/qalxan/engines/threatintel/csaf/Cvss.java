package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a CVSS vector says, and the scores that follow from it. */
final class Cvss {

    private static final String BASE_4 = "/AV:/AC:/AT:/PR:/UI:/VC:/VI:/VA:/SC:/SI:/SA:";

    private Cvss() {}

    /** Version 4 has one score only; it stands in all three. */
    record Scores(double base, double temporal, double environmental) {}

    /** "AV" to "N" and so on; the prefix is left out. */
    static Map<String, String> metrics(String vector) {
        Map<String, String> all = new HashMap<>();
        for (String part : vector.split("/")) {
            int colon = part.indexOf(':');
            if (colon > 0 && !part.startsWith("CVSS:")) {
                all.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return all;
    }

    /** Null where the vector cannot be reckoned with. */
    static @Nullable Scores scores(String vector) {
        if (vector.startsWith("CVSS:4")) {
            return four(vector);
        }
        Map<String, String> metrics = metrics(vector);
        return vector.startsWith("CVSS:3")
                ? CvssThree.scores(metrics, !vector.startsWith("CVSS:3.0"))
                : CvssTwo.scores(metrics);
    }

    private static @Nullable Scores four(String vector) {
        double score = CvssFour.score(metrics(vector));
        return score < 0 ? null : new Scores(score, score, score);
    }

    /** The base metrics of a vector of version 4 alone. */
    static String baseOfFour(String vector) {
        StringBuilder base = new StringBuilder("CVSS:4.0");
        for (String part : vector.split("/")) {
            int colon = part.indexOf(':');
            if (colon > 0 && BASE_4.contains("/" + part.substring(0, colon + 1))) {
                base.append('/').append(part);
            }
        }
        return base.toString();
    }

    static String severity(double score) {
        if (score <= 0) {
            return "NONE";
        }
        if (score < 4) {
            return "LOW";
        }
        if (score < 7) {
            return "MEDIUM";
        }
        return score < 9 ? "HIGH" : "CRITICAL";
    }

    /** What a spelt-out value is in a vector of version 3 or 4. */
    static String code(String value) {
        return value.equals("NOT_DEFINED") ? "X" : value.substring(0, Math.min(1, value.length()));
    }

    /** What a spelt-out value is in a vector of version 2. */
    static String codeOfTwo(String property, String value) {
        return switch (value) {
            case "NOT_DEFINED" -> "ND";
            case "PROOF_OF_CONCEPT" -> "POC";
            case "OFFICIAL_FIX" -> "OF";
            case "TEMPORARY_FIX" -> "TF";
            case "UNCONFIRMED" -> "UC";
            case "UNCORROBORATED" -> "UR";
            case "LOW_MEDIUM" -> "LM";
            case "MEDIUM_HIGH" -> "MH";
            default -> value.isEmpty() ? property : value.substring(0, 1).toUpperCase(Locale.ROOT);
        };
    }
}
