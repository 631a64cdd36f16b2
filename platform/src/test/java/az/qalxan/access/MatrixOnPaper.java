package az.qalxan.access;

import az.qalxan.Repository;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The pack's access matrix as a reader of the file understands it, without any code under test. */
final class MatrixOnPaper {

    private static final List<String> MARKINGS =
            List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

    private final List<JsonNode> rules;

    MatrixOnPaper() {
        String file = Repository.read(Repository.root().resolve("packs/az/access-matrix.yaml"));
        JsonNode root = new YAMLMapper().readTree(file);
        this.rules = StreamSupport.stream(root.get("rules").spliterator(), false).toList();
    }

    List<JsonNode> rules() {
        return rules;
    }

    /** Whether a person of that body in that role holds {@code module:verb} on anything at all. */
    boolean permits(String body, String role, String right) {
        return ceiling(body, role, right, true).isPresent();
    }

    /** The highest marking, 0 to 4, up to which the right reaches own or foreign records. */
    OptionalInt ceiling(String body, String role, String right, boolean own) {
        return rules.stream()
                .filter(rule -> text(rule, "role").equals(role))
                .filter(rule -> right.equals(text(rule, "module") + ":" + text(rule, "verb")))
                .filter(rule -> own || text(rule, "scope").equals("any"))
                .filter(rule -> names(rule, body))
                .mapToInt(rule -> rank(text(rule, "handling")))
                .max();
    }

    private static boolean names(JsonNode rule, String body) {
        return StreamSupport.stream(rule.get("bodies").spliterator(), false)
                .map(JsonNode::asString)
                .anyMatch(one -> one.equals("*") || one.equals(body));
    }

    private static int rank(String marking) {
        return MARKINGS.indexOf(marking.toUpperCase(Locale.ROOT).replace("TLP:", ""));
    }

    private static String text(JsonNode rule, String field) {
        return rule.get(field).asString();
    }
}
