package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts the values that rules ask for into slots. They are kept as JSON would write them, so that an
 * event of any format is to a rule what an event in JSON is.
 */
final class SlotSink implements EventSink {

    private static final byte[] WORDS = "truefalsenull".getBytes(StandardCharsets.US_ASCII);
    private static final int TRUE_END = 4;
    private static final int FALSE_END = 9;

    private final SlottedEvent event;
    private byte[] kept = new byte[1 << 14];
    private int end;
    private int slot = FieldSlots.NONE;

    SlotSink(SlottedEvent event) {
        this.event = event;
    }

    void begin() {
        end = 0;
        slot = FieldSlots.NONE;
        event.begin(kept);
    }

    @Override
    public boolean field(byte[] name, int from, int until) {
        slot = event.slots().of(name, from, until);
        return slot != FieldSlots.NONE;
    }

    @Override
    public void text(byte[] bytes, int from, int until) {
        if (slot == FieldSlots.NONE) {
            return;
        }
        room(2 * (until - from));
        int begin = end;
        int to = end;
        byte seen = 0;
        for (int i = from; i < until; i++) {
            byte b = bytes[i];
            if (b == '\\') {
                kept[to++] = '\\';
            }
            seen |= b;
            kept[to++] = b;
        }
        end = to;
        TextForm ascii = to - begin > until - from ? TextForm.ESCAPED : TextForm.PLAIN;
        event.put(slot, ValueKind.TEXT, begin, end, seen < 0 ? TextForm.ANY : ascii);
    }

    @Override
    public void number(byte[] bytes, int from, int until) {
        copy(ValueKind.NUMBER, bytes, from, until);
    }

    @Override
    public void truth(boolean value) {
        if (value) {
            copy(ValueKind.TRUE, WORDS, 0, TRUE_END);
        } else {
            copy(ValueKind.FALSE, WORDS, TRUE_END, FALSE_END);
        }
    }

    @Override
    public void nothing() {
        copy(ValueKind.NOTHING, WORDS, FALSE_END, WORDS.length);
    }

    private void copy(ValueKind kind, byte[] bytes, int from, int until) {
        if (slot == FieldSlots.NONE) {
            return;
        }
        room(until - from);
        int begin = end;
        System.arraycopy(bytes, from, kept, begin, until - from);
        end = begin + until - from;
        event.put(slot, kind, begin, end, TextForm.PLAIN);
    }

    private void room(int bytes) {
        if (end + bytes > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, end + bytes));
            event.moved(kept);
        }
    }
}
