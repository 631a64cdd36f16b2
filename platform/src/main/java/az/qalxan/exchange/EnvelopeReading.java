package az.qalxan.exchange;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of reading an envelope (TAXII 2.1, section 3.7). */
public sealed interface EnvelopeReading {

    /** An object with what was found out about it. */
    record Incoming(JsonNode node, ObjectCheck.Found found) {}

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
