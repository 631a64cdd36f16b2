package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.UUID;

/**
 * A component: reports that pairs of evidence connect, directly or through others, and the groups
 * in them.
 *
 * @param width which evidence connects them
 * @param groups by ascending heads, each with its reports ascending; together they hold every
 *     report once
 */
record Part(Placement.Width width, List<List<ReportTraits>> groups) {

    UUID head() {
        return groups.getFirst().getFirst().id();
    }

    /** Every group is a series, or a report alone. */
    List<Cluster> clusters() {
        UUID head = head();
        return groups.stream().map(reports -> new Cluster(head, width, reports)).toList();
    }
}
