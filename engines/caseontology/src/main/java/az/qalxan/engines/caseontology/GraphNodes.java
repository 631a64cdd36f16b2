package az.qalxan.engines.caseontology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a graph while it is written; each is there once, in the order of its first name. */
final class GraphNodes {

    /** What stands for names in a graph. */
    static final String PREFIX = "kb:";

    private final String namespace;
    private final Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();

    GraphNodes(String namespace) {
        this.namespace = namespace;
    }

    /** The id of the thing of that kind with that key. */
    String id(String kind, String key) {
        return PREFIX + kind + "-" + NameBasedId.of(namespace + kind + "/" + key);
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    Map<String, Object> node(String id, String type) {
        return nodes.computeIfAbsent(
                id,
                key -> {
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("@id", key);
                    node.put("@type", type);
                    return node;
                });
    }

    List<String> ids() {
        return List.copyOf(nodes.keySet());
    }

    List<Object> all() {
        return new ArrayList<>(nodes.values());
    }

    static void text(Map<String, Object> node, String property, String value) {
        if (!value.isBlank()) {
            node.put(property, value);
        }
    }

    static void time(Map<String, Object> node, String property, Instant at) {
        node.put(property, typed("dateTime", at.truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    static Object typed(String datatype, String value) {
        Map<String, Object> literal = new LinkedHashMap<>();
        literal.put("@type", "xsd:" + datatype);
        literal.put("@value", value);
        return literal;
    }

    static Object to(String id) {
        return Map.of("@id", id);
    }

    static void links(Map<String, Object> node, String property, Collection<String> ids) {
        if (!ids.isEmpty()) {
            node.put(property, ids.stream().distinct().map(GraphNodes::to).toList());
        }
    }
}
