package az.qalxan.exchange;

import az.qalxan.engines.threatintel.json.ElementsReading;
import az.qalxan.engines.threatintel.json.JsonFault;
import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads envelopes of others, within limits. */
public final class EnvelopeReader {

    /** Bytes of one envelope. */
    public static final int BYTES_MAX = 32 << 20;

    /** Objects of one envelope. */
    public static final int OBJECTS_MAX = 50_000;

    private static final int DEPTH_MAX = 60;
    private static final int STRING_CHARS_MAX = 4 << 20;
    private static final int NODES_MAX = 200_000;

    private static final StrictJson JSON =
            new StrictJson(
                    JsonLimits.USUAL
                            .withBytesMax(BYTES_MAX)
                            .withDepthMax(DEPTH_MAX)
                            .withStringCharsMax(STRING_CHARS_MAX)
                            .withNodesMax(NODES_MAX));

    private EnvelopeReader() {}

    /** Objects that were made here, as if an envelope had brought them. */
    public static EnvelopeReading.Read of(List<? extends JsonNode> made) {
        List<EnvelopeReading.Incoming> objects = new ArrayList<>();
        for (JsonNode one : made) {
            objects.add(
                    new EnvelopeReading.Incoming(one, ObjectCheck.look(one, objects.size())));
        }
        return new EnvelopeReading.Read(objects);
    }

    /** Reads an envelope; does not close the stream. */
    public static EnvelopeReading read(InputStream in) {
        List<EnvelopeReading.Incoming> objects = new ArrayList<>();
        ElementsReading reading =
                JSON.elements(
                        in,
                        "objects",
                        (object, place) -> {
                            objects.add(
                                    new EnvelopeReading.Incoming(
                                            object, ObjectCheck.look(object, place.index())));
                            return objects.size() <= OBJECTS_MAX;
                        });
        return switch (reading) {
            case ElementsReading.Refused refused ->
                    refused.fault().kind() == JsonFault.Kind.TOO_LARGE
                            ? new EnvelopeReading.TooLarge()
                            : new EnvelopeReading.Unreadable(refused.fault().toString());
            case ElementsReading.Stopped _ -> new EnvelopeReading.TooMany(OBJECTS_MAX);
            case ElementsReading.Ended ended ->
                    ended.rest().has("objects")
                            ? new EnvelopeReading.Unreadable("objects is no JSON array")
                            : new EnvelopeReading.Read(objects);
        };
    }
}
