package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Walks paths through the objects of one observation. */
final class Steps {

    /** More values than that are not looked at; a list of lists of lists could have billions. */
    static final int VALUES_MAX = 100_000;

    private final Map<String, ObjectNode> objects;
    private final Unfit unfit;

    Steps(Map<String, ObjectNode> objects, Unfit unfit) {
        this.objects = objects;
        this.unfit = unfit;
    }

    /** The values that the path selects from the object; none where there is no such path. */
    List<Selected> select(ObjectNode object, ObjectPath path) {
        List<Selected> values = List.of(new Selected(object, null));
        for (ObjectPath.Step step : path.steps()) {
            values = step(values, step);
            if (values.isEmpty()) {
                break;
            }
        }
        return values;
    }

    /** The values one step further. */
    List<Selected> step(List<Selected> values, ObjectPath.Step step) {
        if (values.size() == 1 && step instanceof ObjectPath.Step.Member(String name)) {
            Selected next = member(values.getFirst(), name);
            return next == null ? List.of() : List.of(next);
        }
        List<Selected> found = new ArrayList<>();
        for (Selected value : values) {
            switch (step) {
                case ObjectPath.Step.Member(String name) -> add(found, member(value, name));
                case ObjectPath.Step.Element(int index) -> add(found, element(value.node(), index));
                case ObjectPath.Step.Elements() -> addAll(found, value.node());
            }
        }
        return found;
    }

    private static void add(List<Selected> found, @Nullable Selected value) {
        if (value != null) {
            found.add(value);
        }
    }

    private void addAll(List<Selected> found, JsonNode node) {
        if (!node.isArray()) {
            return;
        }
        for (JsonNode element : node) {
            if (found.size() >= VALUES_MAX) {
                unfit.add("a path selects more than " + VALUES_MAX + " values");
                return;
            }
            found.add(new Selected(element, null));
        }
    }

    private static @Nullable Selected element(JsonNode node, int index) {
        return node.isArray() && index < node.size() ? new Selected(node.get(index), null) : null;
    }

    private @Nullable Selected member(Selected from, String name) {
        JsonNode value = from.node() instanceof ObjectNode object ? object.get(name) : null;
        if (value == null) {
            return null;
        }
        if (name.endsWith("_ref")) {
            return referred(value, name);
        }
        if (name.endsWith("_refs")) {
            return allReferred(value, name);
        }
        if (name.endsWith("_hex") || name.endsWith("_bin")) {
            return octets(value, name);
        }
        return new Selected(value, null);
    }

    private @Nullable Selected octets(JsonNode value, String name) {
        byte[] octets = null;
        if (value.isString()) {
            octets =
                    name.endsWith("_hex")
                            ? Octets.ofHex(value.stringValue())
                            : Octets.ofBase64(value.stringValue());
        }
        if (octets == null) {
            unfit.add(name + " is not written as " + (name.endsWith("_hex") ? "hex" : "base64"));
            return null;
        }
        return new Selected(value, octets);
    }

    private @Nullable Selected referred(JsonNode value, String name) {
        if (!value.isString()) {
            unfit.add(name + " is no identifier");
            return null;
        }
        ObjectNode object = objects.get(value.stringValue());
        return object == null ? null : new Selected(object, null);
    }

    /** The objects that a list refers to; those that are not in the observation leave no gap. */
    private @Nullable Selected allReferred(JsonNode value, String name) {
        if (!value.isArray()) {
            unfit.add(name + " is no list");
            return null;
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode ref : value) {
            ObjectNode object = ref.isString() ? objects.get(ref.stringValue()) : null;
            if (object != null) {
                found.add(object);
            } else if (!ref.isString()) {
                unfit.add(name + " has an element that is no identifier");
            }
        }
        return found.isEmpty() ? null : new Selected(found, null);
    }
}
