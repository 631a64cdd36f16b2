package az.qalxan.engines.detection;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as YAML 1.2 and JSON write them, of bounded length. */
final class Numbers {

    private static final int LENGTH_MAX = 60;
    private static final int EXPONENT_MAX = 400;

    private Numbers() {}

    /** The number that the text is, or null. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX || !opens(text.charAt(0))) {
            return null;
        }
        if (text.length() < 18 && isDigits(text)) {
            return BigDecimal.valueOf(Long.parseLong(text));
        }
        if (text.matches("0x[0-9a-fA-F]+")) {
            return new BigDecimal(new BigInteger(text.substring(2), 16));
        }
        if (text.matches("0o[0-7]+")) {
            return new BigDecimal(new BigInteger(text.substring(2), 8));
        }
        if (!text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) > EXPONENT_MAX ? null : number;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean opens(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    }
}
