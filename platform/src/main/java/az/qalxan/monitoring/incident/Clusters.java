package az.qalxan.monitoring.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which alerts hang together because they speak of the same entities. */
final class Clusters {

    private final Map<UUID, UUID> heads = new HashMap<>();

    private Clusters() {}

    /**
     * The alerts of those ties, each in one group with every other that shares an entity; what more
     * than {@code hub} of them speak of ties nothing.
     */
    static List<List<UUID>> of(Collection<Tie> ties, int hub) {
        Map<String, Set<UUID>> spoken = new HashMap<>();
        for (Tie tie : ties) {
            spoken.computeIfAbsent(key(tie), key -> new HashSet<>()).add(tie.alert());
        }
        Clusters clusters = new Clusters();
        Map<String, UUID> first = new HashMap<>();
        for (Tie tie : ties) {
            clusters.heads.putIfAbsent(tie.alert(), tie.alert());
            UUID other = first.putIfAbsent(key(tie), tie.alert());
            if (other != null && spoken.getOrDefault(key(tie), Set.of()).size() <= hub) {
                clusters.join(tie.alert(), other);
            }
        }
        Map<UUID, List<UUID>> groups = new LinkedHashMap<>();
        for (Tie tie : ties) {
            List<UUID> group =
                    groups.computeIfAbsent(clusters.head(tie.alert()), key -> new ArrayList<>());
            if (!group.contains(tie.alert())) {
                group.add(tie.alert());
            }
        }
        return groups.values().stream().map(List::copyOf).toList();
    }

    private static String key(Tie tie) {
        return tie.kind() + ":" + tie.value();
    }

    private void join(UUID one, UUID other) {
        heads.put(head(one), head(other));
    }

    private UUID head(UUID alert) {
        UUID above = java.util.Objects.requireNonNull(heads.get(alert));
        while (!above.equals(heads.get(above))) {
            above = java.util.Objects.requireNonNull(heads.get(above));
        }
        return above;
    }
}
