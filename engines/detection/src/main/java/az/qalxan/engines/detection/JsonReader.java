package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventReader;
import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells of events that are JSON objects, Windows' in their usual shapes; for one thread. */
public final class JsonReader implements EventReader {

    private final JsonWalk walk = new JsonWalk(this::value);
    private @Nullable EventSink told;

    public JsonReader() {}

    @Override
    public void read(byte[] bytes, int from, int until, EventSink sink) throws BadEvent {
        told = sink;
        walk.read(bytes, from, until);
        told = null;
    }

    private void value(
            byte[] name,
            int nameEnd,
            ValueKind kind,
            byte[] input,
            int from,
            int until,
            TextForm form) {
        EventSink sink = told;
        if (sink == null || !sink.field(name, 0, nameEnd)) {
            return;
        }
        switch (kind) {
            case TEXT -> text(sink, input, from, until, form);
            case NUMBER -> sink.number(input, from, until);
            case TRUE -> sink.truth(true);
            case FALSE -> sink.truth(false);
            case NOTHING -> sink.nothing();
        }
    }

    private static void text(EventSink sink, byte[] input, int from, int until, TextForm form) {
        if (form == TextForm.PLAIN) {
            sink.text(input, from, until);
        } else {
            byte[] text = JsonText.decode(input, from, until).getBytes(StandardCharsets.UTF_8);
            sink.text(text, 0, text.length);
        }
    }
}
