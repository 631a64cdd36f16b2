package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** How text is written into its surroundings: which ASCII characters are replaced, and by what. */
enum Escaping {
    NONE(c -> ""),
    JSON(Escaping::inJson),
    XML_TEXT(Escaping::inXml),
    XML_ATTRIBUTE(c -> c == '"' ? "&quot;" : inXml(c));

    private static final int ASCII = 0x80;

    private final byte[][] replacements = new byte[ASCII][];

    Escaping(IntFunction<String> replacement) {
        for (int c = 0; c < ASCII; c++) {
            replacements[c] = replacement.apply(c).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String inJson(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < 0x20 ? "\\u%04x".formatted(c) : "";
        };
    }

    /** Control characters that XML cannot hold become the replacement character. */
    private static String inXml(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\t', '\n', '\r' -> "";
            default -> c < 0x20 ? "\ufffd" : "";
        };
    }

    /** What stands for an ASCII character; empty when it stands for itself. */
    byte[] replacement(int ascii) {
        return replacements[ascii];
    }
}
