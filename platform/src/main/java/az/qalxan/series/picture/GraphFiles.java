package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import az.qalxan.web.CsvDownload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A series' graph as CSV and JSON; every row and every file names marking and series. */
final class GraphFiles {

    private static final List<String> NODE_COLUMNS =
            List.of(
                    "id",
                    "kind",
                    "label",
                    "at",
                    "reports",
                    "weight",
                    "marks",
                    "category",
                    "region",
                    "body",
                    "handling",
                    "loss",
                    "currency",
                    "series",
                    "marking");
    private static final List<String> EDGE_COLUMNS =
            List.of(
                    "from",
                    "to",
                    "from_label",
                    "to_label",
                    "kind",
                    "weight",
                    "at",
                    "reason",
                    "marks",
                    "series",
                    "marking");

    private GraphFiles() {}

    static String nodesCsv(Drawing drawing) {
        Map<String, Integer> reports = reports(drawing.graph());
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, NODE_COLUMNS)) {
            for (Node node : drawing.graph().nodes()) {
                @Nullable Facts facts = node.report();
                csv.row(
                        Arrays.asList(
                                node.id(),
                                node.kind().code(),
                                node.label(),
                                text(node.at()),
                                facts == null ? reports.getOrDefault(node.id(), 0) : null,
                                node.weight(),
                                codes(node.marks()),
                                facts == null ? null : facts.category(),
                                facts == null ? null : facts.region(),
                                facts == null ? null : facts.body(),
                                facts == null ? null : PictureStamp.marking(facts.handling()),
                                facts == null ? null : plain(facts.loss()),
                                facts == null ? null : facts.currency(),
                                drawing.number(),
                                drawing.handling().label()));
            }
        }
        return out.toString();
    }

    static String edgesCsv(Drawing drawing) {
        Map<String, String> labels =
                drawing.graph().nodes().stream().collect(Collectors.toMap(Node::id, Node::label));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, EDGE_COLUMNS)) {
            for (Edge edge : drawing.graph().edges()) {
                csv.row(
                        Arrays.asList(
                                edge.from(),
                                edge.to(),
                                labels.get(edge.from()),
                                labels.get(edge.to()),
                                edge.kind().code(),
                                edge.weight(),
                                text(edge.at()),
                                edge.reason(),
                                codes(edge.marks()),
                                drawing.number(),
                                drawing.handling().label()));
            }
        }
        return out.toString();
    }

    /** The graph as JSON. */
    record GraphJson(
            String series,
            String marking,
            Instant exportedAt,
            boolean whole,
            int kept,
            List<NodeJson> nodes,
            List<EdgeJson> edges) {}

    /** A node; what only reports have is absent elsewhere. */
    record NodeJson(
            String id,
            String kind,
            String label,
            @Nullable Instant at,
            int weight,
            List<String> marks,
            @Nullable ReportJson report) {}

    /** What only reports have. */
    record ReportJson(
            String category,
            String region,
            String body,
            String marking,
            @Nullable BigDecimal loss,
            String currency) {}

    /** An edge between two ids. */
    record EdgeJson(
            String from,
            String to,
            String kind,
            int weight,
            @Nullable Instant at,
            String reason,
            List<String> marks) {}

    static GraphJson json(Drawing drawing, Instant now) {
        return new GraphJson(
                drawing.number(),
                drawing.handling().label(),
                now,
                drawing.series().whole(),
                drawing.kept(),
                drawing.graph().nodes().stream().map(GraphFiles::json).toList(),
                drawing.graph().edges().stream().map(GraphFiles::json).toList());
    }

    private static NodeJson json(Node node) {
        @Nullable Facts facts = node.report();
        return new NodeJson(
                node.id(),
                node.kind().code(),
                node.label(),
                node.at(),
                node.weight(),
                sorted(node.marks()),
                facts == null
                        ? null
                        : new ReportJson(
                                facts.category(),
                                facts.region(),
                                facts.body(),
                                PictureStamp.marking(facts.handling()),
                                facts.loss(),
                                facts.currency()));
    }

    private static EdgeJson json(Edge edge) {
        return new EdgeJson(
                edge.from(),
                edge.to(),
                edge.kind().code(),
                edge.weight(),
                edge.at(),
                edge.reason(),
                sorted(edge.marks()));
    }

    /** In how many reports each identifier stands. */
    static Map<String, Integer> reports(SeriesGraph graph) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> reports =
                graph.nodes().stream()
                        .filter(Node::isReport)
                        .map(Node::id)
                        .collect(Collectors.toSet());
        Map<String, Set<String>> stated = new TreeMap<>();
        for (Edge edge : graph.edges()) {
            if (reports.contains(edge.from()) && !reports.contains(edge.to())) {
                stated.computeIfAbsent(edge.to(), none -> new java.util.HashSet<>())
                        .add(edge.from());
            }
        }
        stated.forEach((id, all) -> counts.put(id, all.size()));
        return counts;
    }

    static String codes(Set<Mark> marks) {
        return String.join(" ", sorted(marks));
    }

    private static List<String> sorted(Set<Mark> marks) {
        return marks.stream().sorted().map(Mark::code).toList();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
