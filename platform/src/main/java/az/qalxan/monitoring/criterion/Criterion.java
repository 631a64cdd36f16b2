package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One declared criterion: what must be true together, and how grave that is.
 *
 * @param within the time in which all of it must be true; null for ever
 * @param all the least value of each measure; never empty
 */
public record Criterion(
        String code,
        Words name,
        Words why,
        Severity severity,
        @Nullable Duration within,
        Map<Measure, Integer> all) {

    static final String FORM = "[a-z][a-z0-9-]{1,39}";

    /**
     * @throws IllegalArgumentException when it measures nothing or asks for the impossible
     */
    public Criterion {
        if (!code.matches(FORM)) {
            throw new IllegalArgumentException("not a criterion's code: " + code);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("criterion " + code + " measures nothing");
        }
        if (within != null && (within.isNegative() || within.isZero())) {
            throw new IllegalArgumentException("criterion " + code + " has no time");
        }
        all.forEach((measure, least) -> check(code, measure, least));
        all = Collections.unmodifiableMap(new EnumMap<>(all));
    }

    private static void check(String code, Measure measure, int least) {
        if (least < 1 || least > measure.most()) {
            throw new IllegalArgumentException(
                    "criterion %s: %s is 1 to %d, not %d"
                            .formatted(code, measure.code(), measure.most(), least));
        }
    }

    /** Whether it looks across bodies. */
    public boolean spansBodies() {
        return all.getOrDefault(Measure.BODIES, 1) > 1;
    }
}
