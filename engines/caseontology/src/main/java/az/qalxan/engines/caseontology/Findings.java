package az.qalxan.engines.caseontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Collects what shapes say, each thing once, up to a number. */
final class Findings {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,60}");
    private static final int SHOWN_MAX = 200;

    /** Whole numbers with a range; other validators look at their form alone. */
    private static final Set<String> RANGED =
            Set.of(
                    XSD.positiveInteger.getURI(),
                    XSD.nonNegativeInteger.getURI(),
                    XSD.negativeInteger.getURI(),
                    XSD.nonPositiveInteger.getURI(),
                    XSD.unsignedLong.getURI(),
                    XSD.unsignedInt.getURI(),
                    XSD.unsignedShort.getURI(),
                    XSD.unsignedByte.getURI(),
                    XSD.xlong.getURI(),
                    XSD.xint.getURI(),
                    XSD.xshort.getURI(),
                    XSD.xbyte.getURI());

    private final int max;
    private final Set<Finding> found = new LinkedHashSet<>();
    private final Map<Node, Integer> nameless = new HashMap<>();
    private boolean more;

    Findings(int max) {
        this.max = max;
    }

    void add(ReportEntry entry, String shape) {
        if (found.size() >= max) {
            more = true;
            return;
        }
        boolean ranged = outOfRangeOnly(entry);
        found.add(
                new Finding(
                        ranged || !Severity.Violation.equals(entry.severity()),
                        named(entry.focusNode()),
                        entry.resultPath() == null ? "" : shortened(entry.resultPath().toString()),
                        named(entry.value()),
                        shape,
                        local(shown(entry.sourceConstraintComponent())),
                        ranged
                                ? "the number lies outside of its datatype's range"
                                : entry.message()));
    }

    /** A name in the ontologies' own space that they do not define. */
    void unknownWord(Node word) {
        if (found.size() >= max) {
            more = true;
            return;
        }
        found.add(
                new Finding(
                        true,
                        "the graph",
                        "",
                        shown(word),
                        "the ontologies",
                        "Vocabulary",
                        "they do not know this word, so no shape speaks of it"));
    }

    /** Judging may stop: there is nothing more that would be told. */
    boolean full() {
        return more;
    }

    List<Finding> of(boolean remark) {
        List<Finding> those = new ArrayList<>();
        found.stream().filter(one -> one.remark() == remark).forEach(those::add);
        return those;
    }

    private static boolean outOfRangeOnly(ReportEntry entry) {
        Node value = entry.value();
        return entry.constraint() instanceof DatatypeConstraint asked
                && value != null
                && value.isLiteral()
                && asked.getDatatypeURI().equals(value.getLiteralDatatypeURI())
                && RANGED.contains(asked.getDatatypeURI())
                && WHOLE.matcher(value.getLiteralLexicalForm()).matches();
    }

    /** Nodes of the graph that have no name are told apart by numbers. */
    private String named(@Nullable Node node) {
        return node != null && node.isBlank()
                ? "nameless node " + nameless.computeIfAbsent(node, one -> nameless.size() + 1)
                : shown(node);
    }

    /** A node as people read it; nothing from outside is longer than a line. */
    static String shown(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        if (node.isURI()) {
            return shortened(node.getURI());
        }
        if (node.isLiteral()) {
            String datatype = local(node.getLiteralDatatypeURI());
            return "\"" + shortened(node.getLiteralLexicalForm()) + "\"^^" + datatype;
        }
        return "a thing without a name";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }

    private static String local(String address) {
        return address.substring(Math.max(address.lastIndexOf('#'), address.lastIndexOf('/')) + 1);
    }
}
