package az.qalxan.series.picture;

import az.qalxan.access.Handling;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the pictures show, as two tables: identifiers with their time, reports with what
 * they state and why they belong here.
 */
record PictureTable(
        String number,
        Handling handling,
        List<IdentifierRow> identifiers,
        List<ReportLine> reports) {

    PictureTable {
        identifiers = List.copyOf(identifiers);
        reports = List.copyOf(reports);
    }

    /** An identifier; {@code ways} tells where money went from it. */
    record IdentifierRow(
            Node node,
            int reports,
            @Nullable Instant first,
            @Nullable Instant last,
            List<String> ways) {}

    /**
     * A report.
     *
     * @param states what it states
     * @param reasons why it is linked with others, each with the other's number
     */
    record ReportLine(
            Node node, Facts facts, String region, List<String> states, List<String> reasons) {}

    static PictureTable of(Drawing drawing, Map<String, String> regions) {
        SeriesGraph graph = drawing.graph();
        Map<String, Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        Map<String, List<Edge>> touching = new HashMap<>();
        for (Edge edge : graph.edges()) {
            touching.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
            touching.computeIfAbsent(edge.to(), none -> new ArrayList<>()).add(edge);
        }
        List<IdentifierRow> identifiers = new ArrayList<>();
        List<ReportLine> reports = new ArrayList<>();
        for (Node node : graph.nodes()) {
            List<Edge> edges = touching.getOrDefault(node.id(), List.of());
            @Nullable Facts facts = node.report();
            if (facts == null) {
                identifiers.add(identifier(node, edges, nodes));
            } else {
                String region = regions.getOrDefault(facts.region(), facts.region());
                reports.add(report(node, facts, region, edges, nodes));
            }
        }
        identifiers.sort(Comparator.comparingInt((IdentifierRow row) -> -row.reports()));
        return new PictureTable(drawing.number(), drawing.handling(), identifiers, reports);
    }

    private static IdentifierRow identifier(Node node, List<Edge> edges, Map<String, Node> nodes) {
        List<Instant> times =
                edges.stream()
                        .filter(edge -> edge.kind() != EdgeKind.MONEY)
                        .map(edge -> other(edge, node, nodes))
                        .filter(Node::isReport)
                        .map(Node::at)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        List<String> ways =
                edges.stream()
                        .filter(edge -> edge.kind() == EdgeKind.MONEY)
                        .filter(edge -> edge.from().equals(node.id()))
                        .map(edge -> "→ " + other(edge, node, nodes).label() + ": " + edge.reason())
                        .toList();
        int reports =
                (int)
                        edges.stream()
                                .map(edge -> other(edge, node, nodes))
                                .filter(Node::isReport)
                                .distinct()
                                .count();
        return new IdentifierRow(
                node,
                reports,
                times.isEmpty() ? null : times.getFirst(),
                times.isEmpty() ? null : times.getLast(),
                ways);
    }

    private static ReportLine report(
            Node node, Facts facts, String region, List<Edge> edges, Map<String, Node> nodes) {
        List<String> states = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Edge edge : edges) {
            Node there = other(edge, node, nodes);
            if (edge.kind() == EdgeKind.STATED) {
                states.add(there.label());
            } else if (edge.kind() == EdgeKind.LINK) {
                reasons.add(there.label() + ": " + edge.reason());
            } else if (edge.kind() == EdgeKind.MONEY) {
                reasons.add("→ " + there.label() + ": " + edge.reason());
            }
        }
        return new ReportLine(node, facts, region, states, reasons);
    }

    private static Node other(Edge edge, Node node, Map<String, Node> nodes) {
        String id = edge.from().equals(node.id()) ? edge.to() : edge.from();
        return Objects.requireNonNull(nodes.get(id));
    }
}
