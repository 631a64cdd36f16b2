package az.qalxan.engines.evtx;

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
    void write(ValueText to) throws Flaw {
        to.write(text);
    }
}
