package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;

/** Text that stands in the binary XML itself. */
final class Literal implements Content {

    final String text;

    /** The text in a JSON string. */
    final byte[] json;

    Literal(String text, byte[] json) {
        this.text = text;
        this.json = json;
    }

    /** The text elsewhere, which is asked for so seldom that it is not kept. */
    void write(Escaping escaping, TextBuffer out) throws Flaw {
        byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
        Utf16.write(units, 0, units.length / 2, escaping, out);
    }
}
