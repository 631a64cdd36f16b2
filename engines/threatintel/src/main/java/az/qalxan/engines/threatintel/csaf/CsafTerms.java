package az.qalxan.engines.threatintel.csaf;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an author of an advisory need not type: names of weaknesses, scores of vectors. */
public final class CsafTerms {

    /** Longer than any vector of version 3 with every metric. */
    private static final int VECTOR_CHARS_MAX = 200;

    private static final Pattern THREE = Pattern.compile("CVSS:3\\.[01](/[A-Z]{1,3}:[A-Z]){8,22}");

    private CsafTerms() {}

    /**
     * The base score of a vector of CVSS 3.0 or 3.1.
     *
     * @param severity as CVSS writes it, such as "HIGH"
     */
    public record Score(String version, double base, String severity) {}

    /** The name of "CWE-79" in the newest release that is shipped; empty where it is not there. */
    public static Optional<String> weakness(String id) {
        return Optional.ofNullable(Weaknesses.shipped().newest(id));
    }

    /** Empty where the text is no vector of CVSS 3. */
    public static Optional<Score> cvssThree(String vector) {
        if (vector.length() > VECTOR_CHARS_MAX || !THREE.matcher(vector).matches()) {
            return Optional.empty();
        }
        Cvss.@Nullable Scores scores = Cvss.scores(vector);
        return scores == null
                ? Optional.empty()
                : Optional.of(
                        new Score(
                                vector.substring(5, 8),
                                scores.base(),
                                Cvss.severity(scores.base())));
    }
}
