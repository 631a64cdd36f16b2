package az.qalxan.engines.threatintel.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes trees of what a parser reads, and refuses what the parser itself would let pass. */
final class JsonTree {

    /** What this class refuses; never leaves this package. */
    static final class Unwanted extends Exception {

        private static final long serialVersionUID = 1L;

        final JsonFault.Kind kind;

        Unwanted(JsonFault.Kind kind, String words) {
            super(words, null, false, false);
            this.kind = kind;
        }
    }

    /** A number of more digits before or after the point is nobody's measurement. */
    private static final int DIGITS_MAX = 10_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonLimits limits;
    private long nodes;

    JsonTree(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** The next element may again have as many values as are allowed. */
    void anew() {
        nodes = 0;
    }

    /** The value that begins with the token, at this depth. */
    JsonNode value(JsonToken token, int depth) throws Unwanted {
        if (++nodes > limits.nodesMax()) {
            throw new Unwanted(
                    JsonFault.Kind.TOO_MANY, "more than %,d values".formatted(limits.nodesMax()));
        }
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> NODES.stringNode(whole(parser.getString()));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(bounded(parser.getDecimalValue()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    private ObjectNode object(int depth) throws Unwanted {
        requireDepth(depth);
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            whole(name);
            JsonNode before = object.replace(name, value(parser.nextToken(), depth));
            if (before != null) {
                throw new Unwanted(JsonFault.Kind.TWICE, "the member stands here twice");
            }
        }
        return object;
    }

    private ArrayNode array(int depth) throws Unwanted {
        requireDepth(depth);
        ArrayNode array = NODES.arrayNode();
        for (JsonToken next = parser.nextToken();
                next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            array.add(value(next, depth));
        }
        return array;
    }

    private void requireDepth(int depth) throws Unwanted {
        if (depth > limits.depthMax()) {
            throw new Unwanted(
                    JsonFault.Kind.TOO_DEEP,
                    "more than %,d objects and arrays inside each other"
                            .formatted(limits.depthMax()));
        }
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static BigDecimal bounded(BigDecimal number) throws Unwanted {
        long whole = (long) number.precision() - number.scale();
        if (Math.abs(whole) > DIGITS_MAX || Math.abs((long) number.scale()) > DIGITS_MAX) {
            throw new Unwanted(
                    JsonFault.Kind.TOO_LONG,
                    "the number has more than %,d digits when written out".formatted(DIGITS_MAX));
        }
        return number;
    }

    /** The text itself, unless half a surrogate pair stands in it alone. */
    private static String whole(String text) throws Unwanted {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new Unwanted(
                            JsonFault.Kind.LONE_SURROGATE,
                            "\\u%04x stands alone and is no character".formatted((int) c));
                }
                i++;
            }
        }
        return text;
    }
}
