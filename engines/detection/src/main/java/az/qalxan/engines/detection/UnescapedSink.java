package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Hands the values of a JSON event to one sink as they are and to another with escapes resolved.
 */
final class UnescapedSink implements FieldSink {

    private final FieldSink first;
    private final EventSink second;
    private byte[] plain = new byte[1 << 12];

    UnescapedSink(FieldSink first, EventSink second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void value(
            byte[] name,
            int nameEnd,
            ValueKind kind,
            byte[] input,
            int from,
            int until,
            TextForm form) {
        first.value(name, nameEnd, kind, input, from, until, form);
        if (!second.field(name, 0, nameEnd)) {
            return;
        }
        switch (kind) {
            case TEXT -> text(input, from, until, form);
            case NUMBER -> second.number(input, from, until);
            case TRUE -> second.truth(true);
            case FALSE -> second.truth(false);
            case NOTHING -> second.nothing();
        }
    }

    private void text(byte[] input, int from, int until, TextForm form) {
        switch (form) {
            case PLAIN -> second.text(input, from, until);
            case ESCAPED -> second.text(plain, 0, unescape(input, from, until));
            case ANY -> {
                String text = JsonText.decode(input, from, until);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                second.text(bytes, 0, bytes.length);
            }
        }
    }

    private int unescape(byte[] input, int from, int until) {
        if (plain.length < until - from) {
            plain = Arrays.copyOf(plain, 2 * (until - from));
        }
        int to = 0;
        for (int i = from; i < until; i++) {
            byte b = input[i];
            plain[to++] = b == '\\' ? JsonText.escaped(input[++i]) : b;
        }
        return to;
    }
}
