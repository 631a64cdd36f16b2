package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The identifier of an object (§2.9, §3.3). */
final class Identifiers {

    private static final int RANDOM = 4;
    private static final int BY_NAME = 5;

    private Identifiers() {}

    /** Why the text is no identifier. */
    static String why(String text) {
        return quoted(text) + " is not a type, two hyphens and a UUID of RFC 4122";
    }

    static void judge(ObjectNode object, String type, Judging judging) {
        JsonNode value = object.get("id");
        if (value == null || !value.isString()) {
            return;
        }
        Place place = Place.WHOLE.member("id");
        Optional<StixId> id = StixId.of(value.asString());
        if (id.isEmpty()) {
            String wrongType = StixId.typeOf(value.asString());
            boolean shaped = !wrongType.isEmpty() && StixId.typeName(wrongType);
            judging.broken(
                    shaped ? StixRule.UUID : StixRule.IDENTIFIER, place, why(value.asString()));
        } else if (!id.get().type().equals(type)) {
            judging.broken(
                    StixRule.IDENTIFIER_TYPE,
                    place,
                    "%s is the identifier of another type than %s"
                            .formatted(quoted(value.asString()), quoted(type)));
        }
    }

    /** Objects with versions and markings are named at random. */
    static void judgeRandom(StixId id, Judging judging) {
        if (id.version() != RANDOM) {
            judging.broken(
                    StixRule.UUID_VERSION,
                    Place.WHOLE.member("id"),
                    "a UUID of version 4 is advised, this is version " + id.version());
        }
    }

    /** Observables are named after what they are, when anything tells it. */
    static void judgeDeterministic(ObjectNode object, StixId id, Judging judging) {
        if (id.version() != BY_NAME || !ScoIds.known(id.type())) {
            return;
        }
        Place place = Place.WHOLE.member("id");
        Optional<StixId> own = ScoIds.of(object);
        if (own.isEmpty()) {
            judging.broken(
                    StixRule.DETERMINISTIC_UUID,
                    place,
                    "nothing here contributes to a UUID of version 5: version 4 is wanted");
        } else if (!own.get().equals(id)) {
            judging.broken(
                    StixRule.DETERMINISTIC_ID,
                    place,
                    "the properties give %s in the namespace of STIX".formatted(own.get()));
        }
    }
}
