package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Markings on an object, and the objects that define markings (§7.2). */
final class MarkingJudge {

    private static final String TLP_1_CREATED = "2017-01-20T00:00:00.000Z";

    private MarkingJudge() {}

    static void judge(ObjectNode object, String type, Judging judging) {
        selectors(object, judging);
        if (type.equals("marking-definition")) {
            circles(object, judging);
            definition(object, judging);
        }
    }

    private static void selectors(ObjectNode object, Judging judging) {
        Place list = Place.WHOLE.member("granular_markings");
        int index = 0;
        for (JsonNode marking : object.path("granular_markings")) {
            Place place = list.element(index++).member("selectors");
            int number = 0;
            for (JsonNode selector : marking.path("selectors")) {
                Place at = place.element(number++);
                if (selector.isString() && Selectors.value(object, selector.asString()).isEmpty()) {
                    judging.broken(
                            StixRule.SELECTOR,
                            at,
                            quoted(selector.asString()) + " points to nothing in the object");
                }
            }
        }
    }

    private static void circles(ObjectNode object, Judging judging) {
        String id = object.path("id").asString("");
        Place refs = Place.WHOLE.member("object_marking_refs");
        int index = 0;
        for (JsonNode ref : object.path("object_marking_refs")) {
            requireOther(id, ref, refs.element(index++), judging);
        }
        Place granular = Place.WHOLE.member("granular_markings");
        int number = 0;
        for (JsonNode marking : object.path("granular_markings")) {
            Place place = granular.element(number++).member("marking_ref");
            requireOther(id, marking.path("marking_ref"), place, judging);
        }
    }

    private static void requireOther(String id, JsonNode ref, Place place, Judging judging) {
        if (ref.isString() && ref.asString().equals(id)) {
            judging.broken(StixRule.MARKING_CIRCLE, place, "a marking that marks itself");
        }
    }

    private static void definition(ObjectNode object, Judging judging) {
        JsonNode type = object.path("definition_type");
        boolean extended = object.path("extensions").isObject();
        if (!extended) {
            for (String name : new String[] {"definition_type", "definition"}) {
                if (!object.has(name)) {
                    judging.broken(StixRule.REQUIRED, Place.WHOLE, name + " is missing");
                }
            }
        }
        String word = type.isString() ? type.asString() : "";
        if (word.equals("statement")) {
            statement(object.path("definition"), judging);
        } else if (word.equals("tlp")) {
            tlp1(object, judging);
        }
        requireNotTlp1(object, word, judging);
        tlp2(object, judging);
    }

    private static void statement(JsonNode definition, Judging judging) {
        Place place = Place.WHOLE.member("definition");
        JsonNode statement = definition.get("statement");
        if (definition.isObject() && statement == null) {
            judging.broken(StixRule.MARKING_CONTENT, place, "statement is missing");
        } else if (statement != null) {
            Values.string(statement, place.member("statement"), judging);
        }
    }

    /** §7.2.1.4: four markings, each exactly as the specification writes it. */
    private static void tlp1(ObjectNode object, Judging judging) {
        String id = object.path("id").asString("");
        Optional<Tlp> tlp =
                Tlp.ofMarking(id).filter(one -> one.markingOfTlp1().equals(Optional.of(id)));
        if (tlp.isEmpty()) {
            judging.broken(
                    StixRule.TLP,
                    Place.WHOLE.member("id"),
                    "only the four markings of the specification are of the type tlp");
            return;
        }
        String word = tlp.get() == Tlp.CLEAR ? "white" : tlp.get().word();
        require(object, "name", tlp.get().nameOfTlp1(), judging);
        require(object, "created", TLP_1_CREATED, judging);
        JsonNode definition = object.path("definition");
        if (!definition.path("tlp").asString("").equals(word) || definition.size() != 1) {
            judging.broken(
                    StixRule.TLP,
                    Place.WHOLE.member("definition"),
                    "must be {\"tlp\":\"%s\"}".formatted(word));
        }
    }

    private static void require(ObjectNode object, String name, String value, Judging judging) {
        if (!object.path(name).asString("").equals(value)) {
            judging.broken(StixRule.TLP, Place.WHOLE.member(name), "must be " + quoted(value));
        }
    }

    private static void requireNotTlp1(ObjectNode object, String word, Judging judging) {
        String id = object.path("id").asString("");
        boolean tlp1 =
                Tlp.ofMarking(id)
                        .filter(one -> one.markingOfTlp1().equals(Optional.of(id)))
                        .isPresent();
        if (tlp1 && !word.equals("tlp")) {
            judging.broken(
                    StixRule.TLP,
                    Place.WHOLE.member("definition_type"),
                    "this identifier is one of the markings of the type tlp");
        }
    }

    /** The extension of TLP 2.0 says the same as the identifier that it fixes. */
    private static void tlp2(ObjectNode object, Judging judging) {
        JsonNode extension = object.path("extensions").path(Tlp.EXTENSION);
        if (!extension.isObject()) {
            return;
        }
        Place place = Place.WHOLE.member("extensions").member(Tlp.EXTENSION).member("tlp_2_0");
        Optional<Tlp> said = Tlp.ofWord(extension.path("tlp_2_0").asString(""));
        if (said.isEmpty()) {
            judging.broken(
                    StixRule.TLP, place, "is none of clear, green, amber, amber+strict, red");
        } else if (!said.get().marking().equals(object.path("id").asString(""))) {
            judging.broken(StixRule.TLP, place, said.get().word() + " is " + said.get().marking());
        }
    }
}
