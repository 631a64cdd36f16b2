package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;
import java.util.Set;

/**
 * A measure of the plan that asks for attention.
 *
 * @param lead code of the body that leads it, or its acronym if the directory does not know it
 * @param flags of {@code late}, {@code silent}, {@code without-evidence}, {@code disputed}
 */
record Lagging(String measure, Words title, String lead, Set<String> flags) {

    /** Copies. */
    Lagging {
        flags = Set.copyOf(flags);
    }
}
