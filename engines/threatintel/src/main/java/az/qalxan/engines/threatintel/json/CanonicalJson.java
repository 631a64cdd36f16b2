package az.qalxan.engines.threatintel.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON Canonicalization Scheme (RFC 8785): one text for one meaning. */
public final class CanonicalJson {

    private static final double PLAIN_MIN = 1e-6;
    private static final double PLAIN_MAX = 1e21;

    private CanonicalJson() {}

    /** The text. Numbers are those of IEEE 754, as I-JSON has them. */
    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.asString(), out);
            case NUMBER -> out.append(number(node.decimalValue().doubleValue()));
            case BOOLEAN -> out.append(node.asBoolean());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException(node.getNodeType().name());
        }
    }

    private static void object(JsonNode object, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
        object.forEachEntry((name, value) -> members.add(Map.entry(name, value)));
        members.sort(Comparator.comparing(Map.Entry::getKey));
        out.append('{');
        String comma = "";
        for (Map.Entry<String, JsonNode> member : members) {
            out.append(comma);
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void array(JsonNode array, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (JsonNode element : array) {
            out.append(comma);
            write(element, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** As ECMAScript writes a number (ECMA-262, Number::toString). */
    static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("not a number of JSON");
        }
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        BigDecimal shortest = shortest(size);
        String sign = number < 0 ? "-" : "";
        if (size >= PLAIN_MIN && size < PLAIN_MAX) {
            return sign + shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + 'e' + (exponent < 0 ? "" : "+") + exponent;
    }

    /** The fewest digits that mean the number; Java itself writes two where one would do. */
    private static BigDecimal shortest(double size) {
        BigDecimal written = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        if (written.precision() == 2) {
            BigDecimal one = written.round(new MathContext(1, RoundingMode.HALF_EVEN));
            return one.doubleValue() == size ? one : written;
        }
        return written;
    }
}
