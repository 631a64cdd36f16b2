package az.qalxan.strategy.progress;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that answer for a measure, by their codes in the directory.
 *
 * @param lead null where the plan names no body of the directory
 * @param all lead and executors
 */
record Parties(@Nullable String lead, Set<String> all) {

    /** Of a measure that the plan no longer has. */
    static final Parties NONE = new Parties(null, Set.of());

    Parties {
        all = Set.copyOf(all);
    }

    boolean has(String body) {
        return all.contains(body);
    }

    boolean leads(String body) {
        return body.equals(lead);
    }
}
