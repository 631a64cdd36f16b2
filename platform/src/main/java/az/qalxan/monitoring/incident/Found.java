package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A finding as alerts keep it.
 *
 * @param level of its rule, 1 to 5
 * @param criticality of the watched object, 1 to 4
 * @param ties entities by which it can belong to others, the one it is filed under first
 */
record Found(
        UUID finding,
        String body,
        Handling handling,
        String sector,
        UUID source,
        Instant at,
        Instant seen,
        String rule,
        String title,
        int level,
        int criticality,
        Set<String> techniques,
        Set<String> tactics,
        List<Entity> ties) {

    Found {
        techniques = Set.copyOf(techniques);
        tactics = Set.copyOf(tactics);
        ties = List.copyOf(ties);
    }

    /** What it is filed under: a machine, a person, an address, or else its source. */
    Entity filed() {
        return ties.isEmpty() ? new Entity("source", source.toString()) : ties.getFirst();
    }

    Set<String> hosts() {
        return ties.stream()
                .filter(one -> one.kind().equals("host"))
                .map(Entity::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
