package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a value equals, as a key of a map: texts and octets by their code points, numbers by their
 * amount, whatever their form.
 */
final class ValueKey {

    private static final int DIGITS_MAX = 1_000;

    private ValueKey() {}

    /** The key of a selected value; null where no constant but a timestamp can equal it. */
    static @Nullable Object of(Selected value) {
        byte[] octets = value.octets();
        if (octets != null) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        JsonNode node = value.node();
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return ofNumber(node.decimalValue());
        }
        return node.isBoolean() ? node.booleanValue() : null;
    }

    static Object ofNumber(BigDecimal number) {
        if (number.signum() == 0) {
            return 0L;
        }
        if (number.precision() > DIGITS_MAX || Math.abs((long) number.scale()) > DIGITS_MAX) {
            return number;
        }
        BigDecimal plain = number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
        return whole ? (Object) plain.longValueExact() : plain;
    }
}
