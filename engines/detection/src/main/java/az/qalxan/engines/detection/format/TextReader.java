package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** What readers of text have in common: where they are, whom they tell, and room to unescape. */
abstract class TextReader implements EventReader {

    /** When the event happened, in ISO 8601 and UTC, whatever the format writes. */
    static final byte[] TIME = ascii("@timestamp");

    final Cursor in = new Cursor();
    final Scratch scratch = new Scratch();
    private EventSink sink = Nobody.INSTANCE;

    @Override
    public final void read(byte[] bytes, int from, int until, EventSink to) throws BadEvent {
        in.over(bytes, from, until);
        sink = to;
        event();
        sink = Nobody.INSTANCE;
    }

    /** Tells of the event that the cursor stands before. */
    abstract void event() throws BadEvent;

    static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    EventSink sink() {
        return sink;
    }

    /** The bytes are the field's value. */
    void tell(byte[] name, int from, int until) {
        if (sink.field(name)) {
            sink.text(in.bytes, from, until);
        }
    }

    /** What is in the scratch is the field's value. */
    void tellScratch(byte[] name) {
        if (sink.field(name)) {
            sink.text(scratch.bytes, 0, scratch.length);
        }
    }

    void tell(byte[] name, byte[] value) {
        if (sink.field(name)) {
            sink.text(value, 0, value.length);
        }
    }

    /** Tells of the time, unless no clock could show it. */
    void tellTime(long seconds, int nanos) {
        if (sink.field(TIME)) {
            try {
                byte[] iso = ascii(Instant.ofEpochSecond(seconds, nanos).toString());
                sink.text(iso, 0, iso.length);
            } catch (DateTimeException | ArithmeticException e) {
                // The event is told without it; its own field still shows what was written.
            }
        }
    }

    /** A sink for the time between two events. */
    private static final class Nobody implements EventSink {

        static final Nobody INSTANCE = new Nobody();

        @Override
        public boolean field(byte[] name, int from, int until) {
            return false;
        }

        @Override
        public void text(byte[] bytes, int from, int until) {}

        @Override
        public void number(byte[] bytes, int from, int until) {}

        @Override
        public void truth(boolean value) {}

        @Override
        public void nothing() {}
    }
}
