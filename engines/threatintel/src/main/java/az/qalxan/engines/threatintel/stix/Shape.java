package az.qalxan.engines.threatintel.stix;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object, or an object inside one, must be like.
 *
 * @param clause its section
 * @param properties its own, by name, in the order of the specification
 * @param required names of those that must be there
 * @param rules that hold among properties
 */
record Shape(
        String clause,
        Map<String, Property> properties,
        List<String> required,
        List<ShapeRule> rules) {

    /** Judges an object inside an object. */
    void judge(ObjectNode object, Place place, Judging judging) {
        judge(object, place, judging, Shape::unknown);
    }

    /** Judges what this shape defines, what holds among it, and what else there is. */
    void judge(ObjectNode object, Place place, Judging judging, Unknown unknown) {
        String before = judging.enter(clause);
        for (String name : required) {
            if (!object.has(name) && !(judging.inContainer() && name.equals("id"))) {
                judging.brokenHere(StixRule.REQUIRED, place, name + " is missing");
            }
        }
        object.forEachEntry((name, value) -> {
            Property property = properties.get(name);
            if (property == null) {
                unknown.found(name, value, place.member(name), judging);
            } else {
                judging.enter(property.clause());
                property.rule().judge(value, place.member(name), judging);
            }
        });
        judging.enter(clause);
        for (ShapeRule rule : rules) {
            rule.judge(object, place, judging);
        }
        judging.enter(before);
    }

    private static void unknown(String name, JsonNode value, Place place, Judging judging) {
        if (value.isNull()) {
            judging.broken(StixRule.NULL_VALUE, place, "null stands for nothing: leave it out");
        }
        judging.broken(
                StixRule.CUSTOM_PROPERTY, place, "not a property that the specification defines");
    }

    /** What happens to a property that the shape does not define. */
    @FunctionalInterface
    interface Unknown {

        void found(String name, JsonNode value, Place place, Judging judging);
    }
}
