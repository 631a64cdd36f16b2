package az.qalxan.engines.caseontology;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;

/**
 * Queries of property shapes. SHACL asks each once for a node; the library asks once for each value
 * of the property, and so never where there is none, though the query may look the other way.
 */
final class FocusQueries {

    record Query(PropertyShape shape, SparqlConstraint constraint) {}

    private FocusQueries() {}

    static List<Query> of(Shape shape) {
        List<Query> found = new ArrayList<>();
        if (shape instanceof PropertyShape property) {
            add(property, found);
        }
        shape.getPropertyShapes().stream()
                .filter(property -> shape.isNodeShape() && !property.deactivated())
                .forEach(property -> add(property, found));
        return found;
    }

    private static void add(PropertyShape shape, List<Query> found) {
        shape.getConstraints().stream()
                .filter(SparqlConstraint.class::isInstance)
                .map(SparqlConstraint.class::cast)
                .filter(one -> !one.getQuery().serialize().contains("PATH"))
                .forEach(one -> found.add(new Query(shape, one)));
    }
}
