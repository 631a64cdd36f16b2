package az.qalxan.engines.detection.format;

import java.util.Arrays;

/** Where in an event in XML a value stands, and the name of its field. */
final class XmlPath {

    private static final byte[] EVENT = TextReader.ascii("Event.");
    private static final byte[] NAME = TextReader.ascii("Name");
    private static final byte[] SYSTEM = TextReader.ascii("System");
    private static final byte[] DATA = TextReader.ascii("EventData");
    private static final byte[] USER_DATA = TextReader.ascii("UserData");
    private static final int EVENT_DEPTH = 1;
    private static final int PART_DEPTH = 2;

    /** The names of the open elements from the field's own on, with dots between. */
    private final Scratch field = new Scratch();

    private final int[] lengths = new int[XmlReader.DEPTH_MAX + 1];
    private int depth;
    private Part part = Part.OTHER;
    private boolean named;

    private enum Part {
        SYSTEM,
        DATA,
        USER_DATA,
        OTHER
    }

    void clear() {
        depth = 0;
        field.clear();
        part = Part.OTHER;
    }

    void open(Cursor in, int from, int until) {
        lengths[depth] = field.length;
        depth++;
        named = false;
        if (depth == PART_DEPTH) {
            part = part(in.bytes, from, until);
        }
        if (depth == PART_DEPTH && part == Part.OTHER) {
            field.clear().put(EVENT).put(in.bytes, from, until);
        } else if (depth > first()) {
            if (field.length > 0) {
                field.put('.');
            }
            field.put(in.bytes, from, until);
        }
    }

    /** The depth behind which names count: in user data one element is only around all others. */
    private int first() {
        if (depth <= PART_DEPTH) {
            return depth;
        }
        return part == Part.USER_DATA ? PART_DEPTH + 1 : PART_DEPTH;
    }

    private static Part part(byte[] bytes, int from, int until) {
        if (Arrays.equals(SYSTEM, 0, SYSTEM.length, bytes, from, until)) {
            return Part.SYSTEM;
        }
        if (Arrays.equals(DATA, 0, DATA.length, bytes, from, until)) {
            return Part.DATA;
        }
        boolean user = Arrays.equals(USER_DATA, 0, USER_DATA.length, bytes, from, until);
        return user ? Part.USER_DATA : Part.OTHER;
    }

    /** {@code Name} of a datum is its field; {@code Provider Name} is {@code Provider_Name}. */
    void attribute(Cursor in, int from, int until, Scratch value, EventSink sink) {
        if (depth <= EVENT_DEPTH + 1) {
            return;
        }
        if (part == Part.SYSTEM) {
            int length = field.length;
            field.put('_').put(in.bytes, from, until);
            if (sink.field(field.bytes, 0, field.length)) {
                sink.text(value.bytes, 0, value.length);
            }
            field.length = length;
        } else if (part == Part.DATA && Arrays.equals(NAME, 0, 4, in.bytes, from, until)) {
            field.length = lengths[depth - 1];
            for (int i = 0; i < value.length; i++) {
                if (value.bytes[i] != ' ') {
                    field.put(value.bytes[i]);
                }
            }
            named = true;
        }
    }

    /** The element that is about to close held the text and no element. */
    void told(Scratch value, EventSink sink) {
        boolean empty = value.length == 0 && !named;
        if (depth > EVENT_DEPTH && field.length > 0 && !empty) {
            if (sink.field(field.bytes, 0, field.length)) {
                sink.text(value.bytes, 0, value.length);
            }
        }
    }

    void close() {
        depth--;
        field.length = lengths[depth];
        named = false;
    }
}
