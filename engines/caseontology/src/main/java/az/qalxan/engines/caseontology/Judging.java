package az.qalxan.engines.caseontology;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/**
 * Asks of every node that the graph names, and of no other, what the shapes say. Ontology and graph
 * are looked at together, because a class of the graph is explained in the ontology.
 */
final class Judging {

    private final Shapes shapes;
    private final Graph union;
    private final Graph graph;
    private final Findings findings;

    Judging(Shapes shapes, Graph graph, Findings findings, Deadline deadline) {
        this.shapes = shapes;
        this.graph = graph;
        this.findings = findings;
        this.union = new TimedGraph(new Union(graph, shapes.getGraph()), deadline);
    }

    void run(TargetIndex index) {
        Map<Node, Set<Shape>> byQuery = index.byQuery(union);
        Map<Node, Set<Node>> above = new HashMap<>();
        for (Node node : nodes()) {
            Set<Shape> asked = new LinkedHashSet<>(index.of(node, union, above));
            asked.addAll(byQuery.getOrDefault(node, Set.of()));
            for (Shape shape : asked) {
                ask(shape, node);
                if (findings.full()) {
                    return;
                }
            }
        }
    }

    private Set<Node> nodes() {
        Set<Node> nodes = new LinkedHashSet<>();
        graph.find()
                .forEachRemaining(triple -> {
                    nodes.add(triple.getSubject());
                    nodes.add(triple.getObject());
                });
        return nodes;
    }

    private void ask(Shape shape, Node node) {
        List<FocusQueries.Query> queries = FocusQueries.of(shape);
        ValidationContext context = context();
        VLib.validateShape(context, union, shape, node);
        Map<Node, String> parents = parents(shape);
        for (ReportEntry entry : context.generateReport().getEntries()) {
            if (queries.isEmpty() || !askedAgain(entry, queries)) {
                findings.add(entry, parents.getOrDefault(entry.source(), name(shape)));
            }
        }
        queries.forEach(query -> ask(query, node));
    }

    private static boolean askedAgain(ReportEntry entry, List<FocusQueries.Query> queries) {
        return entry.constraint() instanceof SparqlConstraint
                && queries.stream().anyMatch(query -> query.constraint() == entry.constraint());
    }

    private void ask(FocusQueries.Query query, Node node) {
        ValidationContext context = context();
        query.constraint().validateNodeShape(context, union, query.shape(), node);
        for (ReportEntry entry : context.generateReport().getEntries()) {
            findings.add(entry.resultPath(query.shape().getPath()), name(query.shape()));
        }
    }

    private ValidationContext context() {
        return ValidationContext.create(
                shapes, union, ErrorHandlerFactory.errorHandlerStrictNoLogging);
    }

    /** Shapes without a name are told by the named one around them. */
    private static Map<Node, String> parents(Shape shape) {
        Map<Node, String> names = new LinkedHashMap<>();
        shape.getPropertyShapes()
                .forEach(inner ->
                        names.put(
                                inner.getShapeNode(),
                                inner.getShapeNode().isURI() ? name(inner) : name(shape)));
        return names;
    }

    private static String name(Shape shape) {
        return Findings.shown(shape.getShapeNode());
    }
}
