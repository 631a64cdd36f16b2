package az.qalxan.exchange.misp;

import az.qalxan.engines.threatintel.json.JsonFault;
import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON of MISP within limits, and writes it. */
final class MispJson {

    static final JsonMapper JSON = JsonMapper.shared();

    /** Bytes of one body or file. */
    static final int BYTES_MAX = 64 << 20;

    private static final int DEPTH_MAX = 40;
    private static final int STRING_CHARS_MAX = 16 << 20;
    private static final int NODES_MAX = 3_000_000;

    private static final StrictJson STRICT =
            new StrictJson(
                    JsonLimits.USUAL
                            .withBytesMax(BYTES_MAX)
                            .withDepthMax(DEPTH_MAX)
                            .withStringCharsMax(STRING_CHARS_MAX)
                            .withNodesMax(NODES_MAX));

    private MispJson() {}

    /**
     * The body of a request; an empty object where there is none.
     *
     * @throws MispFault 400 with the place of the fault, or 413
     */
    static JsonNode body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw MispFault.tooLarge("At most " + BYTES_MAX + " bytes are taken.");
        }
        if (request.getContentLengthLong() == 0) {
            return JSON.createObjectNode();
        }
        try (InputStream in = request.getInputStream()) {
            return switch (STRICT.read(in)) {
                case JsonReading.Read read -> read.node();
                case JsonReading.Refused refused -> throw fault(refused.fault());
            };
        }
    }

    private static MispFault fault(JsonFault fault) {
        return fault.kind() == JsonFault.Kind.TOO_LARGE
                ? MispFault.tooLarge(fault.toString())
                : MispFault.malformed(fault.toString());
    }

    /** A file or answer of somebody else's. */
    static JsonReading read(byte[] bytes) {
        return STRICT.read(new ByteArrayInputStream(bytes));
    }

    /** An object that we wrote ourselves. */
    static ObjectNode object(String text) {
        if (JSON.readTree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalStateException("what is kept is no JSON object");
    }

    /** What a member holds, by itself or as the only thing in a member of that name. */
    static JsonNode inside(JsonNode node, String name) {
        return node.path(name).isObject() ? node.path(name) : node;
    }

    static List<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(one -> one.asString("")).toList()
                : List.of(node.asString(""));
    }
}
