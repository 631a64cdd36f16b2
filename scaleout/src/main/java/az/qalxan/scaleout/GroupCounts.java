package az.qalxan.scaleout;

import java.util.HashMap;
import java.util.Map;

/**
 * How many groups each rule has in this part of the job. After a restart a group counts once it is
 * touched again, which is at the latest when its window closes.
 */
final class GroupCounts {

    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();

    GroupCounts(int most) {
        this.most = most;
    }

    boolean full(String rule) {
        return counts.getOrDefault(rule.replace('\n', ' '), 0) >= most;
    }

    void there(String rule, KeptGroup group) {
        if (!group.counted()) {
            group.counted(true);
            counts.merge(rule, 1, Integer::sum);
        }
    }

    void gone(String rule, KeptGroup group) {
        if (group.counted()) {
            counts.merge(rule, -1, Integer::sum);
        }
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
