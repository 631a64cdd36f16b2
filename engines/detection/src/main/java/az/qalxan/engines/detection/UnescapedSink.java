package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;

/**
 * Hands the values of a JSON event to one sink as they are and to another with escapes resolved.
 */
final class UnescapedSink implements FieldSink {

    private static final long BACKSLASHES = EightBytes.each('\\');

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
            case ESCAPED -> {
                int end = unescape(input, from, until);
                second.text(plain, 0, end);
            }
            case ANY -> {
                if (hasEscapes(input, from, until)) {
                    String text = JsonText.decode(input, from, until);
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    second.text(bytes, 0, bytes.length);
                } else {
                    second.text(input, from, until);
                }
            }
        }
    }

    private static boolean hasEscapes(byte[] input, int from, int until) {
        for (int i = from; i < until; i++) {
            if (input[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private int unescape(byte[] input, int from, int until) {
        if (plain.length < until - from + EightBytes.COUNT) {
            plain = new byte[2 * (until - from + EightBytes.COUNT)];
        }
        int to = 0;
        int at = from;
        while (at < until) {
            if (input[at] == '\\') {
                plain[to++] = JsonText.escaped(input[at + 1]);
                at += 2;
            } else if (at + EightBytes.COUNT <= input.length) {
                long eight = EightBytes.at(input, at);
                EightBytes.put(plain, to, eight);
                int unescaped = EightBytes.first(EightBytes.marks(eight, BACKSLASHES));
                to += Math.min(unescaped, until - at);
                at += Math.min(unescaped, until - at);
            } else {
                plain[to++] = input[at++];
            }
        }
        return to;
    }
}
