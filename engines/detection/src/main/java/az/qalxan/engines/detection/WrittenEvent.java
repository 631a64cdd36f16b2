package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventFields;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventReader;
import az.qalxan.engines.detection.format.EventSink;

/** The bytes of an event and how to read them; used again for the next. */
final class WrittenEvent implements EventFields {

    /** Names the event's own text, where that counts as a value. */
    private static final byte[] LINE = {};

    private final EventFormat format;
    private final EventReader reader;
    private byte[] bytes = {};
    private int from;
    private int until;

    WrittenEvent(EventFormat format) {
        this.format = format;
        reader = format.reader();
    }

    void is(byte[] all, int begin, int end) {
        bytes = all;
        from = begin;
        until = end;
    }

    @Override
    public void tell(EventSink sink) throws BadEvent {
        reader.read(bytes, from, until, sink);
        if (format.line() && sink.field(LINE)) {
            sink.text(bytes, from, until);
        }
    }
}
