package az.qalxan.engines.content;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Parameters of a header, plain, in quotes, encoded (RFC 2047) or in pieces (RFC 2231). */
final class HeaderParameters {

    private static final int HEADER_MAX = 8_192;
    private static final Pattern PARAMETER =
            Pattern.compile(
                    ";\\s*([A-Za-z0-9_-]+(?:\\*\\d{1,2})?\\*?)\\s*=\\s*(\"[^\"]*+\"|[^;]*+)");

    private HeaderParameters() {}

    /** The value of a parameter; empty without. */
    static String of(String header, String wanted) {
        String some = header.substring(0, Math.min(header.length(), HEADER_MAX));
        Map<Integer, String> pieces = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(some);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            String value = unquoted(parameter.group(2).strip());
            if (name.equals(wanted)) {
                return words(value);
            }
            if (name.startsWith(wanted + "*")) {
                String digits = name.substring(wanted.length() + 1).replace("*", "");
                pieces.put(digits.isEmpty() ? 0 : Integer.parseInt(digits), value);
            }
        }
        return percent(String.join("", pieces.values()));
    }

    /** A header's text with its encoded words read. */
    static String words(String raw) {
        String some = raw.substring(0, Math.min(raw.length(), HEADER_MAX));
        return some.contains("=?")
                ? DecoderUtil.decodeEncodedWords(some, DecodeMonitor.SILENT)
                : utf8(some);
    }

    /** Bytes above ASCII in a header are UTF-8 today. */
    private static String utf8(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 0xff) {
                return raw;
            }
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.decode(bytes, null);
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String percent(String value) {
        String[] parts = value.split("'", 3);
        if (parts.length < 3) {
            return value;
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        String text = parts[2];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (c == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c < 0x80 ? c : '?');
            }
        }
        return bytes.toString(charset(parts[0]));
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
