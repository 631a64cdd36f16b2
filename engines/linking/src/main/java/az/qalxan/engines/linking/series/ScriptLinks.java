package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Pairs of groups that share nothing but are told after one script. */
final class ScriptLinks {

    private final List<Group> groups;
    private final LongPredicate hub;

    ScriptLinks(List<Group> groups, LongPredicate hub) {
        this.groups = groups;
        this.hub = hub;
    }

    /** The pairs as places in the list, ascending. */
    List<int[]> all() {
        Map<UUID, List<Trait>> scripts = new HashMap<>();
        groups.forEach(group -> scripts.put(group.head(), ScriptKeys.of(group)));
        return of(scripts);
    }

    /** The same with script keys that are known by the groups' heads. */
    List<int[]> of(Map<UUID, List<Trait>> scripts) {
        Map<Long, List<Integer>> holders = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Trait key : scripts.getOrDefault(groups.get(group).head(), List.of())) {
                if (!hub.test(key.key())) {
                    holders.computeIfAbsent(key.key(), k -> new ArrayList<>(2)).add(group);
                }
            }
        }
        TreeSet<Long> pairs = new TreeSet<>();
        for (List<Integer> some : holders.values()) {
            for (int i = 0; i < some.size(); i++) {
                for (int j = i + 1; j < some.size(); j++) {
                    pairs.add((long) some.get(i) << 32 | some.get(j));
                }
            }
        }
        return pairs.stream()
                .map(pair -> new int[] {(int) (pair >>> 32), pair.intValue()})
                .filter(pair -> groups.get(pair[0]).sameScript(groups.get(pair[1])))
                .toList();
    }
}
