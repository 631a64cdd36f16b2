package az.qalxan.series.picture;

import az.qalxan.series.picture.Picture.Box;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A picture as {@code static/qalxan/picture} reads it. Nodes and places are named by their number
 * in their list; sentences that many edges have in common stand once, in {@code reasons}.
 *
 * @param regions names of the regions that reports name, by code
 * @param bounds left, top, right, bottom
 */
record PictureMessage(
        SeriesGlance series,
        Map<String, String> regions,
        List<NodeMessage> nodes,
        List<EdgeMessage> edges,
        List<String> reasons,
        List<PlaceMessage> places,
        List<TieMessage> ties,
        List<Double> bounds,
        int unshared,
        int weak) {

    PictureMessage {
        regions = Map.copyOf(regions);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        reasons = List.copyOf(reasons);
        places = List.copyOf(places);
        ties = List.copyOf(ties);
        bounds = List.copyOf(bounds);
    }

    /**
     * The series in short.
     *
     * @param marking the narrowest marking of its reports
     * @param whole false when it has more reports than are shown
     */
    record SeriesGlance(String number, String marking, boolean whole) {}

    /** A node; what only reports have is absent elsewhere. */
    record NodeMessage(
            String id,
            String kind,
            String label,
            @Nullable String shorter,
            @Nullable Instant at,
            int weight,
            List<String> marks,
            @Nullable String category,
            @Nullable String region,
            @Nullable String body,
            @Nullable Integer handling,
            @Nullable BigDecimal loss,
            @Nullable String currency,
            @Nullable String path) {

        static NodeMessage of(Node node) {
            String shorter = ShortLabel.of(node);
            @Nullable Facts facts = node.report();
            return new NodeMessage(
                    node.id(),
                    node.kind().code(),
                    node.label(),
                    shorter.equals(node.label()) ? null : shorter,
                    node.at(),
                    node.weight(),
                    codes(node.marks()),
                    facts == null ? null : facts.category(),
                    facts == null ? null : facts.region(),
                    facts == null ? null : facts.body(),
                    facts == null ? null : facts.handling(),
                    facts == null ? null : facts.loss(),
                    facts == null ? null : facts.currency(),
                    facts == null ? null : facts.path());
        }
    }

    /**
     * An edge between two numbers; {@code reason} is a number, too.
     *
     * @param silent whether it is not drawn, because shared identifiers show the same
     */
    record EdgeMessage(
            int from,
            int to,
            String kind,
            int weight,
            @Nullable Instant at,
            int reason,
            boolean silent,
            List<String> marks) {}

    /** A place. */
    record PlaceMessage(
            String fold,
            List<Integer> members,
            boolean hub,
            double x,
            double y,
            double r,
            List<Double> box) {}

    /** A tie between two places. */
    record TieMessage(int from, int to, String kind, int count, int weight) {}

    static PictureMessage of(SeriesGlance series, Map<String, String> regions, Picture picture) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        List<EdgeMessage> edges = edges(picture.graph(), reasons);
        return new PictureMessage(
                series,
                regions,
                picture.graph().nodes().stream().map(NodeMessage::of).toList(),
                edges,
                List.copyOf(reasons.keySet()),
                picture.places().stream()
                        .map(place ->
                                new PlaceMessage(
                                        place.fold(),
                                        place.members(),
                                        place.hub(),
                                        place.x(),
                                        place.y(),
                                        place.r(),
                                        sides(place.box())))
                        .toList(),
                picture.ties().stream()
                        .map(tie ->
                                new TieMessage(
                                        tie.from(),
                                        tie.to(),
                                        tie.kind().code(),
                                        tie.count(),
                                        tie.weight()))
                        .toList(),
                sides(picture.bounds()),
                picture.unshared(),
                picture.weak());
    }

    private static List<EdgeMessage> edges(SeriesGraph of, Map<String, Integer> reasons) {
        NodeGraph graph = new NodeGraph(of);
        List<EdgeMessage> edges = new ArrayList<>(graph.edges());
        for (int e = 0; e < graph.edges(); e++) {
            Edge edge = graph.edge(e);
            reasons.putIfAbsent(edge.reason(), reasons.size());
            edges.add(
                    new EdgeMessage(
                            graph.from(e),
                            graph.to(e),
                            edge.kind().code(),
                            edge.weight(),
                            edge.at(),
                            reasons.getOrDefault(edge.reason(), -1),
                            graph.isSilent(e),
                            codes(edge.marks())));
        }
        return edges;
    }

    private static List<String> codes(Set<Mark> marks) {
        return marks.stream().sorted().map(Mark::code).toList();
    }

    private static List<Double> sides(Box box) {
        return List.of(
                tenth(box.left()), tenth(box.top()), tenth(box.right()), tenth(box.bottom()));
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
