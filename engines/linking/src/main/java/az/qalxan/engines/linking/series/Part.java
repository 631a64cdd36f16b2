package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.UUID;

/**
 * Reports that pairs of evidence connect, directly or through others, and the groups in them.
 *
 * @param reports ascending
 * @param width which evidence connects them
 * @param groups by ascending heads; together they hold every report once
 */
record Part(List<ReportTraits> reports, Placement.Width width, List<Group> groups) {

    UUID head() {
        return reports.getFirst().id();
    }

    int size() {
        return reports.size();
    }
}
