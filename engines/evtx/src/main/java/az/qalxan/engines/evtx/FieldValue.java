package az.qalxan.engines.evtx;

import java.nio.ByteBuffer;

/** A value of an event; nothing is made of its bytes before it is asked for. */
public final class FieldValue {

    private static final Content[] NONE = {};

    private final Templates templates;
    private final TextBuffer text = new TextBuffer();
    private final ValueText plain = new ValueText(Escaping.NONE, text);
    private Content[] content = NONE;
    private Values values = new Values();
    private boolean written;
    private boolean cut;

    FieldValue(Templates templates) {
        this.templates = templates;
    }

    void stand(Content[] content, Values values) {
        this.content = content;
        this.values = values;
        written = false;
        cut = false;
    }

    /** Whether it is an integer or a truth value by its type. */
    public boolean isNumber() {
        return content.length == 1
                && content[0] instanceof Slot slot
                && ValueText.bare(values.type(slot.index()));
    }

    /** The integer, where one beyond 63 bits is negative; 1 for true; 0 when it is none. */
    public long number() {
        return isNumber() && content[0] instanceof Slot slot
                ? values.number(slot.index(), templates.bytes())
                : 0;
    }

    /** The value as text, exactly. */
    public String text() {
        write();
        return text.text(0);
    }

    /** The same in UTF-8, to be read before the next value. */
    public ByteBuffer utf8() {
        write();
        return ByteBuffer.wrap(text.bytes, 0, text.length).asReadOnlyBuffer();
    }

    /** Whether the text was cut because it would be longer than a record may be. */
    public boolean isCut() {
        write();
        return cut;
    }

    private void write() {
        if (written) {
            return;
        }
        written = true;
        text.clear();
        try {
            for (Content one : content) {
                if (one instanceof Literal literal) {
                    literal.write(plain);
                } else if (one instanceof Slot slot) {
                    values.write(slot.index(), templates.bytes(), plain, text);
                }
            }
        } catch (Flaw tooLong) {
            cut = true;
        }
    }
}
