package az.qalxan.engines.threatintel.pattern;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Octets that are written as hexadecimal digits or base64. */
final class Octets {

    private Octets() {}

    /** What the digits stand for; null where they are none. */
    static byte @Nullable [] ofHex(String digits) {
        if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            return null;
        }
        return HexFormat.of().parseHex(digits);
    }

    /** What the base64 stands for, line feeds left out; null where it is none. */
    static byte @Nullable [] ofBase64(String written) {
        String text = written.indexOf('\n') < 0 ? written : written.replaceAll("[\r\n]", "");
        if (text.length() % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
