package az.qalxan.engines.threatintel.stix;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a marking asks of those who hold what it marks. */
public sealed interface MarkingMeaning {

    /** Who may see it. */
    record Audience(Tlp tlp) implements MarkingMeaning {}

    /** A statement, such as of copyright: travels with the object, limits nobody. */
    record Statement() implements MarkingMeaning {}

    /** Nobody here knows what it asks: whoever forwards it could break it. */
    record Unknown() implements MarkingMeaning {}

    /** The meaning of a marking by its identifier alone. */
    static MarkingMeaning ofId(String id) {
        return Tlp.ofMarking(id).<MarkingMeaning>map(Audience::new).orElseGet(Unknown::new);
    }

    /** The meaning of a definition, which for TLP is that of its identifier. */
    static MarkingMeaning of(ObjectNode definition) {
        MarkingMeaning byId = ofId(definition.path("id").asString(""));
        if (byId instanceof Audience) {
            return byId;
        }
        String word =
                definition.path("extensions").path(Tlp.EXTENSION).path("tlp_2_0").asString("");
        Optional<Tlp> extended = Tlp.ofWord(word);
        if (extended.isPresent()) {
            return new Audience(extended.get());
        }
        boolean only = !definition.has("extensions");
        return only && definition.path("definition_type").asString("").equals("statement")
                ? new Statement()
                : new Unknown();
    }
}
