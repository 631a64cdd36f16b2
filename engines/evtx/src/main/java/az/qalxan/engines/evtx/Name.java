package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;

/** A name of an element, an attribute or a datum, ready for both ways of writing. */
final class Name {

    final String text;

    /** The key of a JSON object with its quotes, without the colon. */
    final byte[] json;

    /** As a name in XML, where what cannot stand in one is replaced. */
    final byte[] xml;

    Name(String text, byte[] jsonText) {
        this.text = text;
        this.json = quoted(jsonText);
        this.xml = xmlName(text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] quoted(byte[] jsonText) {
        byte[] quoted = new byte[jsonText.length + 2];
        quoted[0] = '"';
        System.arraycopy(jsonText, 0, quoted, 1, jsonText.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    private static String xmlName(String text) {
        StringBuilder name = new StringBuilder(text.length());
        text.codePoints().forEach(c -> name.appendCodePoint(allowed(c) ? c : '_'));
        return name.isEmpty() ? "_" : name.toString();
    }

    private static boolean allowed(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    @Override
    public String toString() {
        return text;
    }
}
