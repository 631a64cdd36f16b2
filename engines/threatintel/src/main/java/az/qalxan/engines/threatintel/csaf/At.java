package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a document with the way to it; asked for what is not there, it answers with nothing.
 */
final class At {

    private final @Nullable At parent;
    private final String name;
    private final JsonNode node;

    private At(@Nullable At parent, String name, JsonNode node) {
        this.parent = parent;
        this.name = name;
        this.node = node;
    }

    static At root(JsonNode node) {
        return new At(null, "", node);
    }

    JsonNode node() {
        return node;
    }

    At at(String member) {
        return new At(this, member, node.path(member));
    }

    /** The elements of that member where it is an array, else none. */
    List<At> each(String member) {
        return at(member).each();
    }

    List<At> each() {
        if (!node.isArray()) {
            return List.of();
        }
        List<At> all = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            all.add(new At(this, Integer.toString(i), node.get(i)));
        }
        return all;
    }

    List<At> members() {
        List<At> all = new ArrayList<>(node.size());
        if (node.isObject()) {
            node.forEachEntry((member, value) -> all.add(new At(this, member, value)));
        }
        return all;
    }

    boolean has(String member) {
        return node.has(member);
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    /** The text of that member, "" where it is none. */
    String text(String member) {
        return at(member).text();
    }

    String text() {
        return node.isString() ? node.stringValue() : "";
    }

    List<String> texts(String member) {
        return each(member).stream().filter(at -> at.node.isString()).map(At::text).toList();
    }

    String name() {
        return name;
    }

    /** JSON pointer (RFC 6901) from the document's root. */
    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
