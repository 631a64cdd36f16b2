package az.qalxan.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What an object says, whatever the order of its members and the form of its numbers. */
final class Meaning {

    private static final int MOMENT_CHARS_MIN = 20;

    private Meaning() {}

    /** What is false where nothing is said (STIX 2.1, sections 3.2 and 6). */
    private static final Set<String> FALSE_BY_DEFAULT = Set.of("revoked", "defanged");

    /** SHA-256 that two objects have in common exactly if they say the same. */
    static byte[] digest(JsonNode object) {
        StringBuilder text = new StringBuilder(1_024);
        members(text, object, true);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(StringBuilder text, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> members(text, node, false);
            case ARRAY -> {
                text.append('[');
                node.forEach(one -> {
                    write(text, one);
                    text.append(',');
                });
                text.append(']');
            }
            case STRING -> string(text, moment(node.stringValue()));
            case NUMBER -> text.append(node.decimalValue().stripTrailingZeros());
            default -> text.append(node);
        }
    }

    private static void members(StringBuilder text, JsonNode node, boolean top) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
        if (top) {
            FALSE_BY_DEFAULT.forEach(name ->
                    sorted.computeIfPresent(
                            name,
                            (_, value) ->
                                    value.isBoolean() && !value.booleanValue() ? null : value));
        }
        text.append('{');
        sorted.forEach((name, value) -> {
            string(text, name);
            write(text, value);
            text.append(',');
        });
        text.append('}');
    }

    /** A moment however many zeros it ends with; any other text as it is. */
    private static String moment(String text) {
        boolean may = text.length() >= MOMENT_CHARS_MIN && text.charAt(text.length() - 1) == 'Z';
        return may ? StixMoment.key(text).orElse(text) : text;
    }

    /** With its length before it, so that no text can look like two. */
    private static void string(StringBuilder text, String value) {
        text.append('"').append(value.length()).append(':').append(value);
    }
}
