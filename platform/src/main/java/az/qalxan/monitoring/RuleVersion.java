package az.qalxan.monitoring;

import java.time.Instant;
import java.util.UUID;

/**
 * A rule set as it was handed in once.
 *
 * @param state {@code draft}, {@code tested}, {@code trial}, {@code active} or {@code retired}
 * @param version counts its moves, so that two do not move it at once
 */
record RuleVersion(
        UUID id,
        Of of,
        int number,
        String state,
        String note,
        Instant madeAt,
        String madeBy,
        Counts counts,
        int version) {

    /**
     * The set that it is of.
     *
     * @param every whether its rules judge the events of all bodies
     * @param budget how often a rule may find something on a day at one body
     */
    record Of(UUID set, String name, String body, boolean every, int budget) {}

    /** How much it holds, how many rules cannot be used, how many tests fail. */
    record Counts(int files, int rules, int correlations, int refused, int cases, int failed) {}

    boolean is(String other) {
        return state.equals(other);
    }

    /** Whether its rules judge events of that body. */
    boolean judges(String body) {
        return of.every() || of.body().equals(body);
    }
}
