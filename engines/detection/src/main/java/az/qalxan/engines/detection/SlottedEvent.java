package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event as its bytes and the places of the values that rules ask for; used again for the next.
 * Texts are kept folded, as most rules compare them; what a value was before is made when asked.
 */
final class SlottedEvent implements LogEvent, FieldSink {

    private static final int FIRST_BYTES = 1 << 14;

    private static final long BACKSLASHES = EightBytes.each('\\');

    private static final ValueKind[] KINDS = ValueKind.values();
    private static final TextForm[] FORMS = TextForm.values();
    private final FieldSlots slots;
    private final Address address = new Address();

    /** Of each slot its first value, or -1; of each value the next of its slot. */
    private final int[] first;

    private final int[] last;
    private int[] touched = new int[64];
    private int touchedCount;

    private int count;
    private int[] next = new int[128];
    private int[] slotOf = new int[128];
    private byte[] kind = new byte[128];
    private int[] from = new int[128];
    private int[] until = new int[128];
    private int[] foldedFrom = new int[128];
    private int[] foldedUntil = new int[128];
    private byte[] form = new byte[128];

    /** What was made of a value when it was asked for, in case it is asked for again. */
    private @Nullable EventValue[] originals = new EventValue[128];

    private byte[] @Nullable [] written = new byte[128][];

    private byte[] input = new byte[0];
    private byte[] folded = new byte[FIRST_BYTES];
    private int foldedEnd;

    SlottedEvent(FieldSlots slots) {
        this.slots = slots;
        first = new int[slots.count()];
        last = new int[slots.count()];
        Arrays.fill(first, -1);
    }

    FieldSlots slots() {
        return slots;
    }

    void begin(byte[] bytes) {
        for (int i = 0; i < touchedCount; i++) {
            first[touched[i]] = -1;
        }
        touchedCount = 0;
        count = 0;
        foldedEnd = 0;
        input = bytes;
    }

    @Override
    public void value(
            byte[] name,
            int nameEnd,
            ValueKind what,
            byte[] bytes,
            int begin,
            int end,
            TextForm form) {
        int slot = slots.of(name, 0, nameEnd);
        if (slot != FieldSlots.NONE) {
            put(slot, what, begin, end, form);
        }
    }

    /** A value of which the slot is known; it stands in the bytes that the event began with. */
    void put(int slot, ValueKind what, int begin, int end, TextForm form) {
        int value = value(slot, what, begin, end, form);
        switch (form) {
            case PLAIN -> foldPlain(input, begin, end);
            case ESCAPED -> foldEscaped(input, begin, end);
            case ANY -> foldAny(input, begin, end);
        }
        foldedUntil[value] = foldedEnd;
    }

    /** The event's bytes, with more room behind what is already there. */
    void moved(byte[] bytes) {
        input = bytes;
    }

    private void foldPlain(byte[] bytes, int begin, int end) {
        room(end - begin);
        int to = foldedEnd;
        int i = begin;
        for (; i < end && i + EightBytes.COUNT <= bytes.length; i += EightBytes.COUNT) {
            EightBytes.put(folded, to, EightBytes.fold(EightBytes.at(bytes, i)));
            to += EightBytes.COUNT;
        }
        for (; i < end; i++) {
            folded[to++] = Ascii.fold(bytes[i]);
        }
        foldedEnd += end - begin;
    }

    private void foldEscaped(byte[] bytes, int begin, int end) {
        room(end - begin);
        int to = foldedEnd;
        int i = begin;
        while (i < end) {
            if (bytes[i] == '\\') {
                folded[to++] = Ascii.fold(JsonText.escaped(bytes[i + 1]));
                i += 2;
            } else if (i + EightBytes.COUNT <= bytes.length) {
                long eight = EightBytes.at(bytes, i);
                EightBytes.put(folded, to, EightBytes.fold(eight));
                int plain = EightBytes.first(EightBytes.marks(eight, BACKSLASHES));
                plain = Math.min(plain, end - i);
                to += plain;
                i += plain;
            } else {
                folded[to++] = Ascii.fold(bytes[i++]);
            }
        }
        foldedEnd = to;
    }

    private void foldAny(byte[] bytes, int begin, int end) {
        room(2 * (end - begin));
        int to = JsonText.fold(bytes, begin, end, folded, foldedEnd);
        if (to >= 0) {
            foldedEnd = to;
            return;
        }
        byte[] encoded = Utf8.of(Folding.fold(JsonText.decode(bytes, begin, end)));
        room(encoded.length);
        System.arraycopy(encoded, 0, folded, foldedEnd, encoded.length);
        foldedEnd += encoded.length;
    }

    /** Gives a field that has no value those of another. */
    void repeat(String field, String other) {
        repeat(slots.of(field), slots.of(other));
    }

    /** The same by slots. */
    void repeat(int source, int target) {
        if (source == FieldSlots.NONE || target == FieldSlots.NONE || first[target] >= 0) {
            return;
        }
        for (int held = first[source]; held >= 0; held = next[held]) {
            int copy = value(target, kind(held), from[held], until[held], FORMS[form[held]]);
            foldedFrom[copy] = foldedFrom[held];
            foldedUntil[copy] = foldedUntil[held];
        }
    }

    private int value(int slot, ValueKind what, int begin, int end, TextForm textForm) {
        if (count == next.length) {
            grow();
        }
        int value = count++;
        if (first[slot] < 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = slot;
            first[slot] = value;
        } else {
            next[last[slot]] = value;
        }
        last[slot] = value;
        next[value] = -1;
        slotOf[value] = slot;
        kind[value] = (byte) what.ordinal();
        from[value] = begin;
        until[value] = end;
        form[value] = (byte) textForm.ordinal();
        originals[value] = null;
        written[value] = null;
        foldedFrom[value] = foldedEnd;
        return value;
    }

    private void grow() {
        int more = 2 * count;
        next = Arrays.copyOf(next, more);
        slotOf = Arrays.copyOf(slotOf, more);
        kind = Arrays.copyOf(kind, more);
        from = Arrays.copyOf(from, more);
        until = Arrays.copyOf(until, more);
        foldedFrom = Arrays.copyOf(foldedFrom, more);
        foldedUntil = Arrays.copyOf(foldedUntil, more);
        form = Arrays.copyOf(form, more);
        originals = Arrays.copyOf(originals, more);
        written = Arrays.copyOf(written, more);
    }

    /** Makes room for so many bytes, and for what eight bytes put at once write behind them. */
    private void room(int bytes) {
        int needed = foldedEnd + bytes + EightBytes.COUNT;
        if (needed > folded.length) {
            folded = Arrays.copyOf(folded, Math.max(2 * folded.length, needed));
        }
    }

    /** The first value of the slot, or -1. */
    int first(int slot) {
        return first[slot];
    }

    /** The next value of the same slot, or -1. */
    int next(int value) {
        return next[value];
    }

    /** For whoever has to read one of the values as an address; used again and again. */
    Address address() {
        return address;
    }

    int count() {
        return count;
    }

    int slot(int value) {
        return slotOf[value];
    }

    ValueKind kind(int value) {
        return KINDS[kind[value]];
    }

    /** The folded texts of all values; those of one are from {@link #from} until {@link #until}. */
    byte[] folded() {
        return folded;
    }

    int from(int value) {
        return foldedFrom[value];
    }

    int until(int value) {
        return foldedUntil[value];
    }

    @Override
    public List<EventValue> values(String field) {
        int slot = slots.of(field);
        if (slot == FieldSlots.NONE || first[slot] < 0) {
            return List.of();
        }
        List<EventValue> values = new ArrayList<>(1);
        for (int value = first[slot]; value >= 0; value = next[value]) {
            values.add(original(value));
        }
        return values;
    }

    /**
     * Copies the value as it stands in the event, and what kind it is, behind what a key holds.
     *
     * @return where the key then ends, or -1 where it has no room
     */
    int copy(int value, byte[] key, int keyEnd) {
        int length = until[value] - from[value];
        if (keyEnd + length + 1 > key.length) {
            return -1;
        }
        System.arraycopy(input, from[value], key, keyEnd, length);
        key[keyEnd + length] = kind[value];
        return keyEnd + length + 1;
    }

    /** Whether the value, as a text, is none. */
    boolean isEmpty(int value) {
        return kind(value) == ValueKind.NOTHING || from[value] == until[value];
    }

    /** The value as the event wrote it. */
    EventValue original(int value) {
        EventValue original = originals[value];
        if (original == null) {
            original = EventValue.of(kind(value), input, from[value], until[value]);
            originals[value] = original;
        }
        return original;
    }

    /** Whether the value is of ASCII alone, so that each byte of it is a character. */
    boolean ascii(int value) {
        return FORMS[form[value]] != TextForm.ANY
                || written(value).length == original(value).shown().length();
    }

    /** The value as the event wrote it, in UTF-8, its escapes resolved. */
    byte[] written(int value) {
        byte[] bytes = written[value];
        if (bytes == null) {
            bytes =
                    switch (FORMS[form[value]]) {
                        case PLAIN -> Arrays.copyOfRange(input, from[value], until[value]);
                        case ESCAPED -> JsonText.unescaped(input, from[value], until[value]);
                        case ANY -> Utf8.of(original(value).shown());
                    };
            written[value] = bytes;
        }
        return bytes;
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        for (int i = 0; i < touchedCount; i++) {
            fields.add(slots.name(touched[i]));
        }
        return fields;
    }
}
