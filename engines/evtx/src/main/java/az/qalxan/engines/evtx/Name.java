package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;

/** A name of an element, an attribute or a datum, ready for both ways of writing. */
final class Name {

    final String text;

    /** A key of a JSON object: a comma, the name in quotes, a colon. */
    final byte[] json;

    /** As a name in XML, where what cannot stand in one is replaced. */
    final byte[] xml;

    Name(String text, byte[] jsonText) {
        this.text = text;
        this.json = key(jsonText);
        this.xml = xmlName(text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key(byte[] jsonText) {
        byte[] key = new byte[jsonText.length + 4];
        key[0] = ',';
        key[1] = '"';
        System.arraycopy(jsonText, 0, key, 2, jsonText.length);
        key[key.length - 2] = '"';
        key[key.length - 1] = ':';
        return key;
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
