package az.qalxan.monitoring.criterion;

import java.time.Instant;
import java.util.Set;

/**
 * A finding as criteria see it.
 *
 * @param at when the event happened
 * @param level 1 informational to 5 critical
 * @param criticality of the watched object: 1 little to 4 vital
 * @param techniques numbers of ATT&CK, sub-techniques under their technique
 * @param tactics codes of ATT&CK
 */
public record Sighting(
        Instant at,
        int level,
        int criticality,
        String rule,
        String body,
        Set<String> techniques,
        Set<String> tactics,
        Set<String> hosts) {

    public Sighting {
        techniques = Set.copyOf(techniques);
        tactics = Set.copyOf(tactics);
        hosts = Set.copyOf(hosts);
    }
}
