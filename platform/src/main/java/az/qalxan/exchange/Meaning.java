package az.qalxan.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What an object says, whatever the order of its members and the form of its numbers. */
final class Meaning {

    private Meaning() {}

    /** SHA-256 that two objects have in common exactly if they say the same. */
    static byte[] digest(JsonNode object) {
        StringBuilder text = new StringBuilder(1_024);
        write(text, object);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(StringBuilder text, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> members(text, node);
            case ARRAY -> {
                text.append('[');
                node.forEach(one -> {
                    write(text, one);
                    text.append(',');
                });
                text.append(']');
            }
            case STRING -> string(text, node.stringValue());
            case NUMBER -> text.append(node.decimalValue().stripTrailingZeros());
            default -> text.append(node);
        }
    }

    private static void members(StringBuilder text, JsonNode node) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
        text.append('{');
        sorted.forEach((name, value) -> {
            string(text, name);
            write(text, value);
            text.append(',');
        });
        text.append('}');
    }

    /** With its length before it, so that no text can look like two. */
    private static void string(StringBuilder text, String value) {
        text.append('"').append(value.length()).append(':').append(value);
    }
}
