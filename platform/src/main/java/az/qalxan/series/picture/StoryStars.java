package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Node;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports that only their stories link stand around one sign for what they tell, instead of each
 * being tied to some other.
 */
final class StoryStars {

    private static final int REPORTS_MIN = 3;

    private StoryStars() {}

    static void add(GraphDraft draft, Text text) {
        List<Edge> links = draft.bareLinks();
        Map<String, String> group = new HashMap<>();
        for (Edge link : links) {
            String one = root(group, link.from());
            String other = root(group, link.to());
            boolean first = one.compareTo(other) <= 0;
            group.put(first ? other : one, first ? one : other);
        }
        Map<String, Map<String, Edge>> groups = new TreeMap<>();
        for (Edge link : links) {
            Map<String, Edge> members =
                    groups.computeIfAbsent(root(group, link.from()), none -> new TreeMap<>());
            members.merge(link.from(), link, StoryStars::stronger);
            members.merge(link.to(), link, StoryStars::stronger);
        }
        groups.forEach((root, members) -> {
            if (members.size() >= REPORTS_MIN) {
                star("story:" + root, new ArrayList<>(members.entrySet()), draft, text);
            }
        });
    }

    private static String root(Map<String, String> group, String report) {
        String at = report;
        for (String next = group.get(at); next != null && !next.equals(at); next = group.get(at)) {
            at = next;
        }
        return at;
    }

    private static Edge stronger(Edge one, Edge other) {
        return one.weight() >= other.weight() ? one : other;
    }

    private static void star(
            String id, List<Map.Entry<String, Edge>> members, GraphDraft draft, Text text) {
        int weight = members.stream().mapToInt(one -> one.getValue().weight()).max().orElse(0);
        draft.add(
                new Node(
                        id,
                        NodeKind.STORY,
                        text.of("picture.story"),
                        null,
                        weight,
                        Set.of(),
                        null));
        for (Map.Entry<String, Edge> member : members) {
            Edge link = member.getValue();
            draft.add(
                    new Edge(
                            member.getKey(),
                            id,
                            EdgeKind.ALIKE,
                            link.weight(),
                            null,
                            link.reason(),
                            link.marks()));
        }
    }
}
