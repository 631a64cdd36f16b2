package az.qalxan.engines.threatintel.misp;

import static java.nio.charset.StandardCharsets.UTF_8;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.misp.Attributes.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects of MISP that hold objects of STIX whole. */
final class Holders {

    private static final StrictJson JSON = new StrictJson(JsonLimits.USUAL);

    private Holders() {}

    /** The object of STIX inside. */
    static Optional<ObjectNode> content(JsonNode holder) {
        for (JsonNode attribute : holder.path("Attribute")) {
            if (attribute.path("object_relation").asString("").equals("json")
                    && JSON.read(attribute.path("value").asString("").getBytes(UTF_8))
                            instanceof JsonReading.Read(ObjectNode object)
                    && object.path("type").isString()
                    && object.path("id").isString()) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** Whether the attributes beside still say what the object inside says. */
    static boolean unchanged(JsonNode holder, ObjectNode content) {
        List<Typed> said = new ArrayList<>();
        for (JsonNode attribute : holder.path("Attribute")) {
            boolean deleted = attribute.path("deleted").asBoolean(false);
            if (!deleted && !attribute.path("object_relation").asString("").equals("json")) {
                said.add(
                        new Typed(
                                attribute.path("type").asString(""),
                                attribute.path("value").asString("")));
            }
        }
        return said.equals(BundleToMisp.typed(content));
    }

    /** Whether the event is a bundle of STIX and nothing else. */
    static boolean only(ObjectNode event) {
        JsonNode objects = event.path("Object");
        return objects.isArray()
                && !objects.isEmpty()
                && !event.path("Orgc").isObject()
                && event.path("Attribute").isEmpty()
                && objects.valueStream()
                        .allMatch(one -> content(one).filter(in -> unchanged(one, in)).isPresent());
    }

    /** That bundle. */
    static ObjectNode bundle(ObjectNode event) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + StixParts.uuid(event));
        ArrayNode list = bundle.putArray("objects");
        event.path("Object").forEach(one -> content(one).ifPresent(list::add));
        return bundle;
    }
}
