package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;

/** Gathers all fields of an event; what has no name is its line. */
final class FieldEventSink implements EventSink {

    private final FieldEvent.Building fields = new FieldEvent.Building();
    private String name = "";

    FieldEvent.Building fields() {
        return fields;
    }

    private static String utf8(byte[] bytes, int from, int until) {
        return new String(bytes, from, until - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean field(byte[] bytes, int from, int until) {
        name = utf8(bytes, from, until);
        return true;
    }

    @Override
    public void text(byte[] bytes, int from, int until) {
        String text = utf8(bytes, from, until);
        if (name.isEmpty() && !fields.hasLine()) {
            fields.line(text);
        } else {
            fields.add(name, new EventValue.Text(text));
        }
    }

    @Override
    public void number(byte[] bytes, int from, int until) {
        fields.add(name, EventValue.of(ValueKind.NUMBER, bytes, from, until));
    }

    @Override
    public void truth(boolean value) {
        fields.add(name, new EventValue.Truth(value));
    }

    @Override
    public void nothing() {
        fields.add(name, EventValue.NOTHING);
    }
}
