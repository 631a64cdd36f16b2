package az.qalxan.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one version of the matrix changes against another, rule by rule. */
record MatrixDifference(List<Change> changes) {

    MatrixDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One rule that differs.
     *
     * @param before null for a rule that is new
     * @param after null for a rule that is gone
     */
    record Change(@Nullable MatrixRule before, @Nullable MatrixRule after) {

        /** The last part of a message key. */
        String kind() {
            if (before == null) {
                return "added";
            }
            return after == null ? "removed" : "changed";
        }
    }

    static MatrixDifference between(List<MatrixRule> before, List<MatrixRule> after) {
        Map<String, MatrixRule> old = new LinkedHashMap<>();
        before.forEach(rule -> old.put(rule.id(), rule));
        List<Change> changes = new ArrayList<>();
        for (MatrixRule rule : after) {
            @Nullable MatrixRule was = old.remove(rule.id());
            if (!rule.equals(was)) {
                changes.add(new Change(was, rule));
            }
        }
        old.values().forEach(gone -> changes.add(new Change(gone, null)));
        return new MatrixDifference(changes);
    }
}
