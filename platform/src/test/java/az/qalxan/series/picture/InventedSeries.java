package az.qalxan.series.picture;

import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.PlantedIdentifier;
import az.qalxan.engines.synthesis.SyntheticCountry;
import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** Graphs of planted series of the synthetic country. */
@NullUnmarked // a null here fails the test anyway
final class InventedSeries {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private InventedSeries() {}

    /** The graph of the series whose size is nearest to {@code reports}. */
    static SeriesGraph of(long seed, int reports) {
        int country = Math.max(2_000, reports * 16);
        CountryPlan plan =
                new CountryPlan(
                        seed,
                        country,
                        LAST_DAY.minusMonths(12),
                        LAST_DAY,
                        0.85,
                        CountryPlan.MIXED_REUSE);
        Map<String, List<SyntheticReport>> series =
                SyntheticCountry.of(plan)
                        .reports()
                        .filter(report -> report.series() != null)
                        .collect(
                                Collectors.groupingBy(
                                        report -> Objects.requireNonNull(report.series()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return graph(
                series.values().stream()
                        .min(
                                Comparator.comparingInt((List<SyntheticReport> one) ->
                                        Math.abs(one.size() - reports)))
                        .orElseThrow());
    }

    /** Several copies of a series joined by one phone: larger than any planted one. */
    static SeriesGraph giant(long seed, int copies) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.identifier("phone:+994500000000", NodeKind.PHONE, "+994500000000", null));
        for (int copy = 0; copy < copies; copy++) {
            String own = copy + "/";
            SeriesGraph one = of(seed + copy, 600);
            one.nodes().forEach(node -> nodes.add(renamed(node, own)));
            one.edges().forEach(edge -> edges.add(renamed(edge, own)));
            one.nodes().stream()
                    .filter(Node::isReport)
                    .limit(5)
                    .forEach(node ->
                            edges.add(stated(own + node.id(), "phone:+994500000000", node.at())));
        }
        return new SeriesGraph(nodes, edges);
    }

    private static Node renamed(Node node, String own) {
        return new Node(
                own + node.id(),
                node.kind(),
                node.label(),
                node.at(),
                node.weight(),
                node.marks(),
                node.report());
    }

    private static Edge renamed(Edge edge, String own) {
        return new Edge(
                own + edge.from(),
                own + edge.to(),
                edge.kind(),
                edge.weight(),
                edge.at(),
                edge.reason(),
                edge.marks());
    }

    static SeriesGraph graph(List<SyntheticReport> reports) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Edge> edges = new LinkedHashMap<>();
        for (SyntheticReport report : reports) {
            String id = "report:" + report.number();
            nodes.put(id, report(id, report));
            for (PlantedIdentifier found : report.identifiers()) {
                String other = found.kind() + ":" + found.value();
                Instant at = report.reportedAt();
                nodes.putIfAbsent(other, identifier(other, found, at));
                edges.put(id + other, stated(id, other, at));
            }
        }
        return new SeriesGraph(List.copyOf(nodes.values()), List.copyOf(edges.values()));
    }

    private static Node report(String id, SyntheticReport report) {
        var loss = report.loss();
        return new Node(
                id,
                NodeKind.REPORT,
                "M-2026-" + (118_000 + report.number()),
                report.reportedAt(),
                0,
                Set.of(),
                new Facts(
                        report.category(),
                        report.region(),
                        "din",
                        2,
                        loss == null ? null : loss.amount(),
                        loss == null ? "" : loss.currency(),
                        "/reports/" + report.number()));
    }

    private static Node identifier(String id, PlantedIdentifier found, Instant at) {
        Set<Mark> marks = found.hub() ? Set.of(Mark.HUB) : Set.of();
        int weight = found.hub() ? 0 : 60;
        return new Node(id, NodeKind.of(found.kind()), found.value(), at, weight, marks, null);
    }

    static Edge stated(String report, String identifier, Instant at) {
        return new Edge(
                report, identifier, EdgeKind.STATED, 60, at, "Müraciətdə göstərilib.", Set.of());
    }
}
