package az.qalxan.engines.caseontology;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * The words that the ontologies define. A slip of the pen in the name of a class would otherwise
 * pass: no shape speaks of what nobody knows.
 */
final class Vocabulary {

    private final Set<String> words = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();

    Vocabulary(Graph ontology) {
        for (Node kind :
                Set.of(
                        OWL2.Class.asNode(),
                        OWL2.ObjectProperty.asNode(),
                        OWL2.DatatypeProperty.asNode())) {
            ontology.find(Node.ANY, RDF.type.asNode(), kind)
                    .mapWith(Triple::getSubject)
                    .filterKeep(Node::isURI)
                    .forEachRemaining(node -> namespaces.add(namespace(node.getURI())));
        }
        ontology.find()
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEachRemaining(node -> words.add(node.getURI()));
    }

    /** Classes and properties that the graph uses out of the ontologies' names, undefined there. */
    Set<Node> unknown(Graph graph) {
        Set<Node> unknown = new LinkedHashSet<>();
        Set<String> defined = new HashSet<>();
        graph.find()
                .forEachRemaining(triple -> {
                    boolean type = triple.getPredicate().equals(RDF.type.asNode());
                    Node word = type ? triple.getObject() : triple.getPredicate();
                    if (type && triple.getSubject().isURI()) {
                        defined.add(triple.getSubject().getURI());
                    }
                    if (word.isURI() && isUnknown(word.getURI())) {
                        unknown.add(word);
                    }
                });
        unknown.removeIf(word -> defined.contains(word.getURI()));
        return unknown;
    }

    private boolean isUnknown(String word) {
        return !words.contains(word) && namespaces.contains(namespace(word));
    }

    private static String namespace(String word) {
        return word.substring(0, Math.max(word.lastIndexOf('#'), word.lastIndexOf('/')) + 1);
    }
}
