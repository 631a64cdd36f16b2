package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A component cut into series: a pure function of its reports, the hubs among their keys and the
 * decisions.
 *
 * @param members every report of the component, by ascending id
 */
public record SeriesPartition(List<Member> members) {

    /** Copies the members. */
    public SeriesPartition {
        members = List.copyOf(members);
    }

    /**
     * A report in the partition.
     *
     * @param report its id
     * @param cluster number of its cluster, from 0 by the clusters' smallest ids; -1 for none
     * @param linkedTo the report by which it hangs in the cluster; absent for the smallest id
     * @param score of that link
     */
    public record Member(UUID report, int cluster, @Nullable UUID linkedTo, int score) {}

    /**
     * Cuts a component.
     *
     * @param reports the component's reports, in any order
     * @param hub whether a key is a hub
     * @param decisions decisions about them, in any order; others are ignored
     */
    public static SeriesPartition of(
            Collection<ReportTraits> reports,
            LongPredicate hub,
            Collection<PairDecision> decisions) {
        List<Member> members = new ArrayList<>();
        int number = 0;
        for (Cluster cluster : clusters(reports, hub, decisions)) {
            boolean series = cluster.size() > 1;
            members.add(new Member(cluster.head(), series ? number : -1, null, 0));
            for (Backbone.Link link : new Backbone(cluster, hub, decisions).links()) {
                int score = PairScore.of(link.from(), link.to(), hub);
                members.add(new Member(link.from().id(), number, link.to().id(), score));
            }
            number += series ? 1 : 0;
        }
        members.sort((a, b) -> ReportOrder.compare(a.report(), b.report()));
        return new SeriesPartition(members);
    }

    private static List<Cluster> clusters(
            Collection<ReportTraits> reports,
            LongPredicate hub,
            Collection<PairDecision> decisions) {
        return new Parts(reports, hub, decisions, Integer.MAX_VALUE)
                .all().stream()
                        .flatMap(part -> part.clusters().stream())
                        .sorted((a, b) -> ReportOrder.compare(a.head(), b.head()))
                        .toList();
    }
}
