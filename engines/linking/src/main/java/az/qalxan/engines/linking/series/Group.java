package az.qalxan.engines.linking.series;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reports that share evidence, seen as a whole.
 *
 * @param reports ascending
 * @param category the most frequent one
 * @param firstDay first day on which something happened
 * @param lastDay last day on which something happened
 * @param script how its stories are told
 */
record Group(
        List<ReportTraits> reports, String category, int firstDay, int lastDay, Script script) {

    static final Comparator<Group> BY_HEAD =
            (one, other) -> ReportOrder.compare(one.head(), other.head());

    static Group of(List<ReportTraits> reports) {
        Map<String, Integer> categories = new TreeMap<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (ReportTraits report : reports) {
            categories.merge(report.circumstances().category(), 1, Integer::sum);
            first = Math.min(first, report.circumstances().happenedDay());
            last = Math.max(last, report.circumstances().happenedDay());
        }
        return new Group(reports, mostFrequent(categories), first, last, Script.of(reports));
    }

    private static String mostFrequent(Map<String, Integer> counts) {
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> one : counts.entrySet()) {
            if (one.getValue() > most) {
                most = one.getValue();
                best = one.getKey();
            }
        }
        return best;
    }

    UUID head() {
        return reports.getFirst().id();
    }

    int stories() {
        return reports.size();
    }

    /** Whether both are told after one script, at about the same time. */
    boolean sameScript(Group other) {
        int gap = Math.max(firstDay - other.lastDay, other.firstDay - lastDay);
        return gap <= ScriptKeys.GAP_DAYS_MAX
                && category.equals(other.category)
                && script.compare(other.script).sameScript();
    }
}
