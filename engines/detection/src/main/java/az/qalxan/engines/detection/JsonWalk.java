package az.qalxan.engines.detection;

import java.util.Arrays;

/**
 * Walks through a JSON event (RFC 8259) and tells a sink of every value and the field that it is
 * of; makes no text and no object of what nobody asks for.
 *
 * <p>Windows' events are known in the shapes that they are usually kept in: as of an EVTX file
 * ({@code Event.System}, {@code Event.EventData}), flat, and as Beats writes them ({@code winlog}).
 * Of everything else the field is the path of keys. What repeats has several values; invalid UTF-8
 * becomes U+FFFD: an event is not lost for one bad character.
 */
final class JsonWalk {

    static final int DEPTH_MAX = 64;
    static final int VALUES_MAX = 100_000;
    static final int PATH_MAX = 4_096;
    private static final long QUOTES = EightBytes.each('"');
    private static final long BACKSLASHES = EightBytes.each('\\');

    private final FieldSink sink;
    private final byte[] path = new byte[PATH_MAX];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int values;

    /** The key that was read last. */
    private int keyFrom;

    private int keyUntil;
    private TextForm form = TextForm.PLAIN;
    private int[] disguises = new int[16];
    private int disguised;

    JsonWalk(FieldSink sink) {
        this.sink = sink;
    }

    /**
     * How many texts of the event hold characters of ASCII, or what folds to them, that their bytes
     * do not show as such.
     */
    int disguised() {
        return disguised;
    }

    /** Where such a text begins. */
    int disguisedFrom(int number) {
        return disguises[2 * number];
    }

    /** Where such a text ends. */
    int disguisedUntil(int number) {
        return disguises[2 * number + 1];
    }

    /** In what part of an event a value stands, which decides the name of its field. */
    private enum Part {
        ROOT,
        PATH,
        EVENT,
        SYSTEM,
        ELEMENT,
        ATTRIBUTES,
        DATA,
        USER_DATA,
        WINLOG,
        NOWHERE
    }

    /**
     * Walks through the event that the bytes from one index until another are.
     *
     * @throws BadEvent where they are none; the sink may have been told of values before
     */
    void read(byte[] json, int from, int until) throws BadEvent {
        bytes = json;
        at = from;
        end = until;
        values = 0;
        disguised = 0;
        if (peek() != '{') {
            throw bad("an event is an object");
        }
        members(Part.ROOT, 0, 1);
        space();
        if (at < end) {
            throw bad("something follows the event");
        }
    }

    private BadEvent bad(String problem) {
        return new BadEvent(at + 1, problem);
    }

    private void space() {
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private byte peek() throws BadEvent {
        space();
        if (at == end) {
            throw bad("it ends too soon");
        }
        return bytes[at];
    }

    /** Goes to the quote that ends a text and returns where the text begins. */
    private int text() throws BadEvent {
        int from = ++at;
        long seen = 0;
        boolean escaped = false;
        boolean numbered = false;
        while (true) {
            seen |= toQuoteOrBackslash();
            if (at >= end) {
                at = end;
                throw bad("a text does not end");
            }
            if (bytes[at] == '"') {
                break;
            }
            escaped = true;
            numbered |= escape();
            at++;
        }
        if (EightBytes.notAscii(seen) != 0 || numbered) {
            form = TextForm.ANY;
            if (JsonText.disguises(bytes, from, at)) {
                disguised(from, at);
            }
        } else {
            form = escaped ? TextForm.ESCAPED : TextForm.PLAIN;
        }
        return from;
    }

    private void disguised(int from, int until) {
        if (2 * disguised == disguises.length) {
            disguises = Arrays.copyOf(disguises, 2 * disguises.length);
        }
        disguises[2 * disguised] = from;
        disguises[2 * disguised + 1] = until;
        disguised++;
    }

    /**
     * Goes to the next quote or backslash, or to the end; tells what bits the bytes before have.
     */
    private long toQuoteOrBackslash() {
        long seen = 0;
        while (at + EightBytes.COUNT <= end) {
            long eight = EightBytes.at(bytes, at);
            long marks = EightBytes.marks(eight, QUOTES) | EightBytes.marks(eight, BACKSLASHES);
            if (marks != 0) {
                int before = EightBytes.first(marks);
                at += before;
                return seen | EightBytes.head(eight, before);
            }
            seen |= eight;
            at += EightBytes.COUNT;
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            seen |= bytes[at++];
        }
        return seen;
    }

    /**
     * Goes from a backslash to the end of what it begins; true where it is a character's number.
     */
    private boolean escape() throws BadEvent {
        at++;
        boolean known = at < end && "\"\\/bfnrtu".indexOf(bytes[at]) >= 0;
        if (!known || (bytes[at] == 'u' && !JsonText.isHex(bytes, at + 1, end))) {
            throw bad("an escape means nothing");
        }
        return bytes[at] == 'u';
    }

    private void members(Part part, int pathEnd, int depth) throws BadEvent {
        deeper(depth);
        at++;
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            if (peek() != '"') {
                throw bad("a key is missing");
            }
            keyFrom = text();
            keyUntil = at++;
            if (peek() != ':') {
                throw bad("':' is missing");
            }
            at++;
            member(part, pathEnd, depth);
            if (ends('}')) {
                return;
            }
        }
    }

    private void deeper(int depth) throws BadEvent {
        if (depth > DEPTH_MAX) {
            throw bad("nested deeper than " + DEPTH_MAX);
        }
    }

    /** Goes behind a comma, or behind what closes; true for the second. */
    private boolean ends(char close) throws BadEvent {
        byte after = peek();
        if (after != ',' && after != close) {
            throw bad("',' is missing");
        }
        at++;
        return after == close;
    }

    private boolean keyIs(String name) {
        if (keyUntil - keyFrom != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[keyFrom + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void member(Part part, int pathEnd, int depth) throws BadEvent {
        switch (part) {
            case ROOT -> {
                int name = append(0);
                Part inside = root();
                value(inside, inside == Part.DATA ? 0 : name, name, depth);
            }
            case PATH -> {
                int name = keyIs("#text") ? pathEnd : append(dot(pathEnd));
                value(Part.PATH, name, name, depth);
            }
            case EVENT -> event(pathEnd, depth);
            case SYSTEM -> {
                int name = append(0);
                value(Part.ELEMENT, name, name, depth);
            }
            case ELEMENT -> element(pathEnd, depth);
            case ATTRIBUTES -> {
                int name = append(pathEnd);
                value(Part.PATH, name, name, depth);
            }
            case DATA -> data(depth);
            case USER_DATA -> value(Part.DATA, 0, append(0), depth);
            case WINLOG -> winlog(pathEnd, depth);
            case NOWHERE -> value(Part.NOWHERE, pathEnd, -1, depth);
        }
    }

    private Part root() {
        if (keyIs("Event")) {
            return Part.EVENT;
        }
        if (keyIs("winlog")) {
            return Part.WINLOG;
        }
        return keyIs("EventData") ? Part.DATA : Part.PATH;
    }

    private void event(int pathEnd, int depth) throws BadEvent {
        int name = append(dot(pathEnd));
        if (keyIs("System")) {
            value(Part.SYSTEM, 0, name, depth);
        } else if (keyIs("EventData")) {
            value(Part.DATA, 0, name, depth);
        } else if (keyIs("UserData")) {
            value(Part.USER_DATA, 0, name, depth);
        } else if (keyIs("#attributes")) {
            value(Part.NOWHERE, 0, -1, depth);
        } else {
            value(Part.PATH, name, name, depth);
        }
    }

    /** {@code Provider.#attributes.Name} is the field {@code Provider_Name}. */
    private void element(int pathEnd, int depth) throws BadEvent {
        if (keyIs("#text")) {
            value(Part.PATH, pathEnd, pathEnd, depth);
            return;
        }
        int under = pathEnd;
        if (under < PATH_MAX) {
            path[under++] = '_';
        }
        if (keyIs("#attributes")) {
            value(Part.ATTRIBUTES, under, -1, depth);
        } else {
            int name = append(under);
            value(Part.PATH, name, name, depth);
        }
    }

    /** A field has the name without its spaces (Sigma 2.1.0, "Field usage"). */
    private void data(int depth) throws BadEvent {
        if (keyFrom < keyUntil && bytes[keyFrom] == '#') {
            value(Part.NOWHERE, 0, -1, depth);
            return;
        }
        int name = 0;
        for (int i = keyFrom; i < keyUntil; i++) {
            if (bytes[i] != ' ') {
                name = room(name);
                path[name++] = bytes[i];
            }
        }
        value(Part.PATH, name, name, depth);
    }

    private void winlog(int pathEnd, int depth) throws BadEvent {
        if (keyIs("event_data")) {
            value(Part.DATA, 0, append(0), depth);
        } else if (keyIs("user_data")) {
            value(Part.USER_DATA, 0, append(0), depth);
        } else {
            String field = beats();
            int name = field.isEmpty() ? append(dot(pathEnd)) : named(field);
            value(Part.PATH, name, name, depth);
        }
    }

    private String beats() {
        if (keyIs("channel")) {
            return "Channel";
        }
        if (keyIs("event_id")) {
            return "EventID";
        }
        if (keyIs("provider_name")) {
            return "Provider_Name";
        }
        return keyIs("computer_name") ? "Computer" : "";
    }

    private int named(String field) {
        for (int i = 0; i < field.length(); i++) {
            path[i] = (byte) field.charAt(i);
        }
        return field.length();
    }

    private int room(int pathEnd) throws BadEvent {
        if (pathEnd >= PATH_MAX) {
            throw bad("the path of a field is longer than " + PATH_MAX);
        }
        return pathEnd;
    }

    private int dot(int pathEnd) throws BadEvent {
        path[room(pathEnd)] = '.';
        return pathEnd + 1;
    }

    private int append(int pathEnd) throws BadEvent {
        int length = keyUntil - keyFrom;
        room(pathEnd + length);
        System.arraycopy(bytes, keyFrom, path, pathEnd, length);
        return pathEnd + length;
    }

    /**
     * Reads a value.
     *
     * @param inside the part that an object here is
     * @param insidePath the path within such an object
     * @param name the field's name for a plain value, or -1 where nobody is told
     */
    private void value(Part inside, int insidePath, int name, int depth) throws BadEvent {
        if (++values > VALUES_MAX) {
            throw bad("more than " + VALUES_MAX + " values");
        }
        switch (peek()) {
            case '{' -> members(inside, insidePath, depth + 1);
            case '[' -> items(inside, insidePath, name, depth + 1);
            case '"' -> {
                int from = text();
                tell(name, ValueKind.TEXT, from, at++);
            }
            case 't' -> word("true", ValueKind.TRUE, name);
            case 'f' -> word("false", ValueKind.FALSE, name);
            case 'n' -> word("null", ValueKind.NOTHING, name);
            default -> number(name);
        }
    }

    private void tell(int name, ValueKind kind, int from, int until) {
        if (name >= 0) {
            sink.value(path, name, kind, bytes, from, until, form);
        }
    }

    private void items(Part inside, int insidePath, int name, int depth) throws BadEvent {
        deeper(depth);
        at++;
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            value(inside, insidePath, name, depth);
        } while (!ends(']'));
    }

    private void word(String word, ValueKind kind, int name) throws BadEvent {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw bad("no value begins like this");
            }
        }
        int from = at;
        at += word.length();
        form = TextForm.PLAIN;
        tell(name, kind, from, at);
    }

    private void number(int name) throws BadEvent {
        int from = at;
        at = JsonText.numberEnd(bytes, from, end);
        if (at < 0) {
            at = from;
            throw bad("no value begins like this");
        }
        form = TextForm.PLAIN;
        tell(name, ValueKind.NUMBER, from, at);
    }
}
