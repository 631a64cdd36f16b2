package az.qalxan.exchange;

import az.qalxan.engines.threatintel.stix.StixDigest;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of reading an envelope (TAXII 2.1, section 3.7). */
public sealed interface EnvelopeReading {

    /**
     * An object with what was found out about it.
     *
     * @param meaning SHA-256 of what it says; empty for one that cannot be taken
     */
    record Incoming(JsonNode node, ObjectCheck.Found found, byte[] meaning, Flaw flaw) {

        static Incoming of(JsonNode node, long index) {
            ObjectCheck.Found found = ObjectCheck.look(node, index);
            byte[] meaning =
                    found instanceof ObjectCheck.Sound ? StixDigest.sha256(node) : new byte[0];
            return new Incoming(node, found, meaning, Flaw.of(node));
        }
    }

    /** Its objects in their order. */
    final class Read implements EnvelopeReading {

        private final List<Incoming> objects;

        Read(List<Incoming> objects) {
            this.objects = List.copyOf(objects);
        }

        List<Incoming> objects() {
            return objects;
        }
    }

    /** Not the JSON of an envelope. */
    record Unreadable(String words) implements EnvelopeReading {}

    /** More bytes than are taken at once. */
    record TooLarge() implements EnvelopeReading {}

    /** More objects than are taken at once. */
    record TooMany(int most) implements EnvelopeReading {}
}
