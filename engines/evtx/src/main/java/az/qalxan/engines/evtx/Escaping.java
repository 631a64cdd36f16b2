package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** How values are written into their surroundings: what stands for a character, how exact. */
enum Escaping {
    /** Text for ourselves. */
    NONE(c -> "", Form.EXACT),
    /** JSON in the form that is common for events. */
    JSON(Escaping::inJson, Form.COMMON),
    JSON_EXACT(Escaping::inJson, Form.EXACT),
    XML_TEXT(Escaping::inXml, Form.XML),
    XML_ATTRIBUTE(Escaping::inAttribute, Form.XML);

    private static final int ASCII = 0x80;

    /**
     * What else differs.
     *
     * @param fraction digits of a second
     * @param trimmed whether blanks at the end of a text are left out
     * @param braces whether a GUID stands in braces
     */
    private record Form(int fraction, boolean trimmed, boolean braces) {
        static final Form COMMON = new Form(6, true, false);
        static final Form EXACT = new Form(7, false, false);
        static final Form XML = new Form(9, false, true);
    }

    private final byte[][] replacements = new byte[ASCII][];
    private final Form form;

    Escaping(IntFunction<String> replacement, Form form) {
        for (int c = 0; c < ASCII; c++) {
            replacements[c] = replacement.apply(c).getBytes(StandardCharsets.UTF_8);
        }
        this.form = form;
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
            case '\r' -> "&#13;";
            case '\t', '\n' -> "";
            default -> c < 0x20 ? "\ufffd" : "";
        };
    }

    private static String inAttribute(int c) {
        return switch (c) {
            case '"' -> "&quot;";
            case '\t' -> "&#9;";
            case '\n' -> "&#10;";
            default -> inXml(c);
        };
    }

    /** What stands for an ASCII character; empty when it stands for itself. */
    byte[] replacement(int ascii) {
        return replacements[ascii];
    }

    int fractionDigits() {
        return form.fraction;
    }

    boolean trimmed() {
        return form.trimmed;
    }

    boolean braces() {
        return form.braces;
    }
}
