package az.qalxan.engines.threatintel.stix;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The deprecated container of observables inside observed data (§2.13). */
final class Container {

    private Container() {}

    static void judge(JsonNode value, Place place, Judging judging) {
        if (!(value instanceof ObjectNode container)) {
            Values.wrong("a container of observables", value, place, judging);
            return;
        }
        if (container.isEmpty()) {
            judging.broken(StixRule.EMPTY_DICTIONARY, place, "an empty container");
            return;
        }
        judging.broken(StixRule.DEPRECATED, place, "objects is deprecated: object_refs is advised");
        Map<String, JsonNode> members = new LinkedHashMap<>();
        container.forEachEntry(members::put);
        judging.container(members);
        container.forEachEntry((key, one) -> member(one, place.member(key), judging));
        judging.container(Map.of());
    }

    private static void member(JsonNode value, Place place, Judging judging) {
        if (!(value instanceof ObjectNode object)) {
            Values.wrong("an observable", value, place, judging);
            return;
        }
        JsonNode type = object.get("type");
        if (type == null || !type.isString()) {
            judging.broken(StixRule.REQUIRED, place, "type is missing");
            return;
        }
        if (!StixId.typeName(type.asString()) && !type.asString().equals("as")) {
            judging.broken(
                    StixRule.TYPE_NAME,
                    place.member("type"),
                    Judging.quoted(type.asString()) + " is no name of a type");
            return;
        }
        Specification specification = Specification.stix21();
        ObjectKind kind = specification.kind(type.asString());
        if (kind != null && kind != ObjectKind.SCO) {
            judging.broken(
                    StixRule.CONTAINER_REFERENCE, place, "only observables stand in a container");
        } else {
            ObjectJudge.observable(object, type.asString(), place, judging);
        }
    }
}
