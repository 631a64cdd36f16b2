package az.qalxan.engines.caseontology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * The ontologies and shapes that lie in a folder, as one graph.
 *
 * @param files those that were taken, in order
 * @param ontologies their versions, as they name themselves
 * @param digest SHA-256 over names and bytes of the files
 */
record ShapeFolder(
        Graph graph,
        Map<String, String> prefixes,
        List<Path> files,
        List<String> ontologies,
        String digest) {

    private static final long FILE_MAX = 16L << 20;
    private static final int FILES_MAX = 2_000;
    private static final int DEPTH_MAX = 12;

    private static final List<Node> TELLING =
            List.of(
                    OWL2.Ontology.asNode(),
                    OWL2.Class.asNode(),
                    SHACL.NodeShape,
                    SHACL.PropertyShape);

    static ShapeFolder read(Path folder) throws IOException {
        Graph all = GraphFactory.createDefaultGraph();
        Map<String, String> prefixes = new TreeMap<>();
        List<Path> taken = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Path file : turtles(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            Graph one = turtle(file, bytes);
            if (tellsShapes(one)) {
                GraphUtil.addInto(all, one);
                one.getPrefixMapping().getNsPrefixMap().forEach(prefixes::putIfAbsent);
                taken.add(file);
                digest.update(folder.relativize(file).toString().getBytes(UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            }
        }
        return new ShapeFolder(
                all, prefixes, taken, versions(all), HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Path> turtles(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX)) {
            List<Path> found =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().endsWith(".ttl"))
                            .sorted()
                            .limit(FILES_MAX + 1)
                            .toList();
            if (found.size() > FILES_MAX) {
                throw new IOException(folder + " has more than " + FILES_MAX + " Turtle files");
            }
            return found;
        }
    }

    private static Graph turtle(Path file, byte[] bytes) throws IOException {
        if (bytes.length > FILE_MAX) {
            throw new IOException(file + " has more than " + FILE_MAX + " bytes");
        }
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(bytes))
                    .lang(Lang.TURTLE)
                    .base(file.toUri().toString())
                    .checking(false)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException e) {
            throw new IOException(file + " is no Turtle: " + e.getMessage(), e);
        }
        return graph;
    }

    /** Examples and published reports lie beside the shapes; they are none. */
    private static boolean tellsShapes(Graph graph) {
        return !graph.contains(Node.ANY, RDF.type.asNode(), SHACL.ValidationReport)
                && TELLING.stream()
                        .anyMatch(kind -> graph.contains(Node.ANY, RDF.type.asNode(), kind));
    }

    private static List<String> versions(Graph graph) {
        TreeSet<String> versions = new TreeSet<>();
        graph.find(Node.ANY, OWL2.versionIRI.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .forEachRemaining(node -> versions.add(node.getURI()));
        return List.copyOf(versions);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
