package az.qalxan.engines.caseontology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Which shapes speak of a node. Asking each node of a graph is far less than asking each shape for
 * its nodes in graph and ontology together.
 */
final class TargetIndex {

    private final Map<Node, List<Shape>> byNode = new HashMap<>();
    private final Map<Node, List<Shape>> byClass = new HashMap<>();
    private final Map<Node, List<Shape>> bySubject = new HashMap<>();
    private final Map<Node, List<Shape>> byObject = new HashMap<>();
    private final List<Map.Entry<Target, Shape>> others = new ArrayList<>();

    TargetIndex(Collection<Shape> shapes) {
        for (Shape shape : shapes) {
            if (!shape.deactivated()) {
                shape.getTargets().forEach(target -> add(target, shape));
            }
        }
    }

    private void add(Target target, Shape shape) {
        switch (target.getTargetType()) {
            case targetNode -> put(byNode, target, shape);
            case targetClass, implicitClass -> put(byClass, target, shape);
            case targetSubjectsOf -> put(bySubject, target, shape);
            case targetObjectsOf -> put(byObject, target, shape);
            case targetExtension -> others.add(Map.entry(target, shape));
        }
    }

    private static void put(Map<Node, List<Shape>> map, Target target, Shape shape) {
        map.computeIfAbsent(target.getObject(), key -> new ArrayList<>()).add(shape);
    }

    /** Shapes whose nodes are told by a query, with what it tells about the graph. */
    Map<Node, Set<Shape>> byQuery(Graph union) {
        Map<Node, Set<Shape>> found = new HashMap<>();
        for (Map.Entry<Target, Shape> other : others) {
            for (Node node : other.getKey().getFocusNodes(union)) {
                found.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(other.getValue());
            }
        }
        return found;
    }

    /** The shapes of one node; {@code above} remembers classes between calls. */
    Set<Shape> of(Node node, Graph union, Map<Node, Set<Node>> above) {
        Set<Shape> found = new LinkedHashSet<>(byNode.getOrDefault(node, List.of()));
        Set<Node> said = new HashSet<>();
        if (!node.isLiteral()) {
            for (Triple triple : union.find(node, Node.ANY, Node.ANY).toList()) {
                if (triple.getPredicate().equals(RDF.type.asNode())) {
                    above.computeIfAbsent(triple.getObject(), kind -> classes(kind, union))
                            .forEach(kind -> found.addAll(byClass.getOrDefault(kind, List.of())));
                }
                if (said.add(triple.getPredicate())) {
                    found.addAll(bySubject.getOrDefault(triple.getPredicate(), List.of()));
                }
            }
        }
        byObject.forEach((property, shapes) -> {
            if (union.contains(Node.ANY, property, node)) {
                found.addAll(shapes);
            }
        });
        return found;
    }

    /** The class and all above it. */
    private static Set<Node> classes(Node kind, Graph union) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(kind));
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (seen.add(next) && !next.isLiteral()) {
                union.find(next, RDFS.subClassOf.asNode(), Node.ANY)
                        .forEachRemaining(triple -> open.push(triple.getObject()));
            }
        }
        return seen;
    }
}
