package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.Span;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text of an event as people read it: made only when something was found in it, and once for all
 * that is found.
 */
final class ShownText {

    private byte[] name = {};
    private int nameEnd;
    private @Nullable String field;
    private byte[] bytes = {};
    private int from;
    private int until;
    private @Nullable String text;
    private boolean ascii;
    private boolean sound;
    private int at;
    private int units;
    private long decoded;

    /** The texts that follow stand in a field. */
    void in(byte[] its, int end) {
        name = its;
        nameEnd = end;
        field = null;
    }

    void over(byte[] all, int begin, int end) {
        bytes = all;
        from = begin;
        until = end;
        text = null;
    }

    /** How many texts were made. */
    long decoded() {
        return decoded;
    }

    String field() {
        String known = field;
        if (known == null) {
            known = new String(name, 0, nameEnd, StandardCharsets.UTF_8);
            field = known;
        }
        return known;
    }

    String text() {
        String known = text;
        if (known == null) {
            decoded++;
            known = text(from, until);
            text = known;
            at = from;
            units = 0;
            ascii = known.length() == until - from;
            sound = known.length() == counted(from, until);
        }
        return known;
    }

    /** The part of the text that some of the bytes are. */
    Span span(int begin, int end) {
        int whole = text().length();
        if (ascii) {
            return new Span(begin - from, end - from);
        }
        if (!sound) {
            int first = text(from, begin).length();
            int behind = first + text(begin, end).length();
            return new Span(Math.min(first, whole), Math.min(behind, whole));
        }
        int first = unitsBefore(begin);
        return new Span(first, unitsBefore(end));
    }

    /** Goes on from where it was asked before: what is found is found mostly in its order. */
    private int unitsBefore(int index) {
        units += index >= at ? counted(at, index) : -counted(index, at);
        at = index;
        return units;
    }

    /** How many UTF-16 units characters of UTF-8 are. */
    private int counted(int begin, int end) {
        int count = 0;
        for (int i = begin; i < end; i++) {
            int b = bytes[i] & 0xff;
            count += (b & 0xc0) == 0x80 ? 0 : b < 0xf0 ? 1 : 2;
        }
        return count;
    }

    private String text(int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }
}
