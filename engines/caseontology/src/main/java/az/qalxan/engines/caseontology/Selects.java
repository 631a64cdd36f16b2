package az.qalxan.engines.caseontology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * Mends the queries of published shapes that only some programs accept: names whose prefix is not
 * declared, and groups that forget the node that is asked about.
 */
final class Selects {

    private static final Map<String, String> KNOWN =
            Map.of(
                    "owl", "http://www.w3.org/2002/07/owl#",
                    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                    "sh", "http://www.w3.org/ns/shacl#",
                    "xsd", "http://www.w3.org/2001/XMLSchema#");

    private static final Pattern DECLARED =
            Pattern.compile("(?i)\\bPREFIX\\s+([\\w-]*)\\s*:\\s*<([^>]*)>");
    private static final Pattern USED = Pattern.compile("(?<![\\w<:.?$-])([A-Za-z][\\w-]*):(?!/)");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|<[^>]*>");
    private static final Pattern GROUP = Pattern.compile("(?i)\\bGROUP\\s+BY\\s+(?!\\$this\\b)");

    private Selects() {}

    /** Changes the graph in memory; files stay as they were published. */
    static void mend(Graph shapes, Map<String, String> prefixes) {
        List<Triple> queries =
                shapes.find(Node.ANY, SHACL.select, Node.ANY)
                        .filterKeep(triple -> triple.getObject().isLiteral())
                        .toList();
        for (Triple triple : queries) {
            String query = triple.getObject().getLiteralLexicalForm();
            String mended = mended(query, prefixes);
            if (!mended.equals(query)) {
                shapes.delete(triple);
                shapes.add(
                        triple.getSubject(), SHACL.select, NodeFactory.createLiteralString(mended));
            }
        }
    }

    static String mended(String query, Map<String, String> prefixes) {
        Map<String, String> declared = new TreeMap<>();
        Matcher matcher = DECLARED.matcher(query);
        while (matcher.find()) {
            declared.put(matcher.group(1), matcher.group(2));
        }
        StringBuilder head = new StringBuilder();
        Matcher used = USED.matcher(TEXT.matcher(query).replaceAll(" "));
        while (used.find()) {
            String name = used.group(1);
            String full = KNOWN.getOrDefault(name, prefixes.get(name));
            if (full != null && declared.putIfAbsent(name, full) == null) {
                head.append("PREFIX ").append(name).append(": <").append(full).append(">\n");
            }
        }
        return head + grouped(query);
    }

    private static String grouped(String query) {
        String upper = query.toUpperCase(Locale.ROOT);
        return upper.contains("GROUP") && query.contains("$this")
                ? GROUP.matcher(query).replaceAll("GROUP BY \\$this ")
                : query;
    }
}
