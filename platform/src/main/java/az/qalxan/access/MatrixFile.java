package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the rules of an access matrix from YAML and finds everything that is wrong with them. */
final class MatrixFile {

    static final int BYTES_MAX = 1 << 20;
    static final int RULES_MAX = 2_000;

    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<MatrixRule> rules = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private MatrixFile() {}

    static MatrixFile read(byte[] yaml) {
        MatrixFile file = new MatrixFile();
        if (yaml.length > BYTES_MAX) {
            file.wrong("/", "access.matrix.file-too-large", yaml.length, BYTES_MAX);
            return file;
        }
        try {
            file.readAll(YAML.readTree(yaml));
        } catch (JacksonException e) {
            file.wrong("/", "access.matrix.file-unreadable", lineOf(e));
        }
        return file;
    }

    /** The rules that could be read. */
    List<MatrixRule> rules() {
        return List.copyOf(rules);
    }

    /** What is wrong, each with a JSON pointer; empty for a good file. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private static int lineOf(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private void readAll(JsonNode root) {
        JsonNode list = root.isArray() ? root : root.path("rules");
        if (!list.isArray() || list.isEmpty() || list.size() > RULES_MAX) {
            wrong("/rules", "access.matrix.no-rules", list.size(), RULES_MAX);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            read("/rules/" + i, list.get(i), seen);
        }
    }

    private void read(String where, JsonNode node, Set<String> seen) {
        int before = violations.size();
        String id = text(where, node, "id");
        @Nullable Role role = code(where, node, "role", Role::of);
        String module = text(where, node, "module");
        String verb = text(where, node, "verb");
        @Nullable Right right = parsed(where + "/verb", module + ":" + verb, Right::parse);
        @Nullable Reach reach = code(where, node, "scope", MatrixFile::reach);
        @Nullable Handling ceiling = code(where, node, "handling", MatrixFile::handling);
        @Nullable Bodies bodies = bodies(where, node);
        MatrixRule.@Nullable Reason reason = reason(where, node.path("reason"));
        if (!seen.add(id)) {
            wrong(where + "/id", "access.matrix.id-twice", id);
        }
        if (violations.size() == before
                && role != null
                && right != null
                && reach != null
                && ceiling != null
                && bodies != null
                && reason != null) {
            add(where, new Parts(id, role, right, reach, ceiling, bodies, reason));
        }
    }

    private void add(String where, Parts parts) {
        @Nullable MatrixRule rule = parsed(where + "/id", parts.id(), id -> parts.rule());
        if (rule != null) {
            rules.add(rule);
        }
    }

    private String text(String where, JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            wrong(where + "/" + field, "access.matrix.field-missing", field);
            return "";
        }
        return value.stringValue().strip();
    }

    private <T> @Nullable T code(String where, JsonNode node, String field, Reading<T> reading) {
        String value = text(where, node, field);
        return value.isEmpty() ? null : parsed(where + "/" + field, value, reading);
    }

    private <T> @Nullable T parsed(String where, String value, Reading<T> reading) {
        try {
            return reading.of(value);
        } catch (IllegalArgumentException e) {
            wrong(where, "access.matrix.value-unknown", value);
            return null;
        }
    }

    private @Nullable Bodies bodies(String where, JsonNode node) {
        JsonNode value = node.path("bodies");
        List<String> codes =
                value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(one -> one.asString(""))
                                .toList()
                        : value.isString()
                                ? List.of(value.stringValue().split("[\\s,]+"))
                                : List.of();
        if (codes.isEmpty()) {
            wrong(where + "/bodies", "access.matrix.field-missing", "bodies");
            return null;
        }
        return parsed(where + "/bodies", String.join(" ", codes), all -> Bodies.ofCodes(codes));
    }

    private MatrixRule.@Nullable Reason reason(String where, JsonNode node) {
        String az = text(where + "/reason", node, "az");
        String en = text(where + "/reason", node, "en");
        return parsed(where + "/reason", az, ignored -> new MatrixRule.Reason(az, en));
    }

    /** The pack writes the marking with or without "TLP:". */
    static Handling handling(String written) {
        String label = written.toUpperCase(java.util.Locale.ROOT);
        for (Handling handling : Handling.values()) {
            if (label.equals(handling.label()) || ("TLP:" + label).equals(handling.label())) {
                return handling;
            }
        }
        throw new IllegalArgumentException("not a TLP 2.0 marking: " + written);
    }

    static Reach reach(String written) {
        for (Reach reach : Reach.values()) {
            if (reach.code().equals(written)) {
                return reach;
            }
        }
        throw new IllegalArgumentException("a rule reaches own or any, not " + written);
    }

    private void wrong(String where, String key, Object... arguments) {
        violations.add(Violation.at(where, key, arguments));
    }

    private interface Reading<T> {
        T of(String text);
    }

    private record Parts(
            String id,
            Role role,
            Right right,
            Reach reach,
            Handling ceiling,
            Bodies bodies,
            MatrixRule.Reason reason) {

        MatrixRule rule() {
            return new MatrixRule(id, role, right, reach, ceiling, bodies, reason);
        }
    }
}
