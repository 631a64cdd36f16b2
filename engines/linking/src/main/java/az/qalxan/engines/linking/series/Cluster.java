package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.UUID;

/**
 * Groups that are one series, or one report alone.
 *
 * @param component the smallest id of the component in which they lie
 * @param width how the component was bounded
 * @param groups by ascending heads
 * @param scripts pairs of places in {@code groups} that a common script joined
 */
record Cluster(UUID component, Placement.Width width, List<Group> groups, List<int[]> scripts) {

    int size() {
        return groups.stream().mapToInt(Group::stories).sum();
    }

    UUID head() {
        return groups.getFirst().head();
    }
}
