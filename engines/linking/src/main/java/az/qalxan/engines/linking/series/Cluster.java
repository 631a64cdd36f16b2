package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.UUID;

/**
 * Reports that are one series, or one report alone.
 *
 * @param component the smallest id of the component in which they lie
 * @param width how the component was bounded
 * @param reports ascending
 */
record Cluster(UUID component, Placement.Width width, List<ReportTraits> reports) {

    int size() {
        return reports.size();
    }

    UUID head() {
        return reports.getFirst().id();
    }
}
