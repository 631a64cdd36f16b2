package az.qalxan.engines.threatintel.stix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * SHA-256 of what an object says: two objects have it in common exactly if {@link StixMeaning} says
 * that they are the same. For whoever has to compare objects that are not at hand.
 */
public final class StixDigest {

    private static final int CHARS_USUAL = 1_024;

    private StixDigest() {}

    /** 32 bytes, whatever the order of members, the zeros of moments and the form of numbers. */
    public static byte[] sha256(JsonNode object) {
        StringBuilder text = new StringBuilder(CHARS_USUAL);
        write(text, "", object, true);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(StringBuilder text, String name, JsonNode node, boolean top) {
        switch (node.getNodeType()) {
            case OBJECT -> members(text, node, top);
            case ARRAY -> {
                text.append('[');
                node.forEach(one -> {
                    write(text, name, one, false);
                    text.append(',');
                });
                text.append(']');
            }
            case STRING -> string(text, name, node.stringValue());
            case NUMBER -> text.append(node.decimalValue().stripTrailingZeros());
            default -> text.append(node);
        }
    }

    private static void members(StringBuilder text, JsonNode node, boolean top) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
        text.append('{');
        sorted.forEach((name, value) -> {
            if (!top || !StixMeaning.byDefault(name, value)) {
                quoted(text, name);
                write(text, name, value, false);
                text.append(',');
            }
        });
        text.append('}');
    }

    private static void string(StringBuilder text, String name, String value) {
        Optional<StixTimestamp> moment =
                Specification.stix21().timestamps().contains(name)
                        ? StixTimestamp.of(value)
                        : Optional.empty();
        moment.ifPresentOrElse(
                at -> text.append('@').append(at.second()).append('.').append(at.fraction()),
                () -> quoted(text, value));
    }

    /** With its length before it, so that no text can look like two. */
    private static void quoted(StringBuilder text, String value) {
        text.append('"').append(value.length()).append(':').append(value);
    }
}
