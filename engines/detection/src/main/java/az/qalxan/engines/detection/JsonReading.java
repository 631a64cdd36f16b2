package az.qalxan.engines.detection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text (RFC 8259) from bytes, bounded in depth and size. Invalid UTF-8 becomes
 * U+FFFD, and half a surrogate pair is kept: an event is not lost for one bad character.
 */
final class JsonReading {

    static final int DEPTH_MAX = 64;
    static final int VALUES_MAX = 100_000;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int values;

    private JsonReading(byte[] bytes, int from, int until) {
        this.bytes = bytes;
        this.at = from;
        this.end = until;
    }

    /**
     * The value that the bytes from one index until another are.
     *
     * @throws BadEvent where they are none
     */
    static JsonValue read(byte[] bytes, int from, int until) throws BadEvent {
        JsonReading reading = new JsonReading(bytes, from, until);
        JsonValue value = reading.value(1);
        reading.space();
        if (reading.at < until) {
            throw reading.bad("something follows the value");
        }
        return value;
    }

    private BadEvent bad(String problem) {
        return new BadEvent(at + 1, problem);
    }

    private void space() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || isLineEnd(bytes[at]))) {
            at++;
        }
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private int peek() throws BadEvent {
        space();
        if (at == end) {
            throw bad("it ends too soon");
        }
        return bytes[at];
    }

    private void expect(char c) throws BadEvent {
        if (peek() != c) {
            throw bad("'" + c + "' is missing");
        }
        at++;
    }

    private JsonValue value(int depth) throws BadEvent {
        if (depth > DEPTH_MAX) {
            throw bad("nested deeper than " + DEPTH_MAX);
        }
        if (++values > VALUES_MAX) {
            throw bad("more than " + VALUES_MAX + " values");
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new JsonValue.Leaf(new EventValue.Text(string()));
            case 't' -> word("true", new EventValue.Truth(true));
            case 'f' -> word("false", new EventValue.Truth(false));
            case 'n' -> word("null", EventValue.NOTHING);
            default -> number();
        };
    }

    private JsonValue word(String word, EventValue value) throws BadEvent {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw bad("no value begins like this");
            }
        }
        at += word.length();
        return new JsonValue.Leaf(value);
    }

    private JsonValue number() throws BadEvent {
        int from = at;
        while (at < end && "+-.eE0123456789".indexOf(bytes[at]) >= 0) {
            at++;
        }
        String written = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        if (!written.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            at = from;
            throw bad("no value begins like this");
        }
        BigDecimal number = Numbers.parse(written);
        return new JsonValue.Leaf(
                number == null
                        ? new EventValue.Text(written)
                        : new EventValue.Number(written, number));
    }

    private JsonValue members(int depth) throws BadEvent {
        at++;
        Map<String, List<JsonValue>> members = new LinkedHashMap<>();
        if (peek() == '}') {
            at++;
            return new JsonValue.Members(members);
        }
        while (true) {
            if (peek() != '"') {
                throw bad("a key is missing");
            }
            String key = string();
            expect(':');
            members.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(value(depth + 1));
            if (peek() == '}') {
                at++;
                return new JsonValue.Members(members);
            }
            expect(',');
        }
    }

    private JsonValue items(int depth) throws BadEvent {
        at++;
        List<JsonValue> items = new ArrayList<>();
        if (peek() == ']') {
            at++;
            return new JsonValue.Items(items);
        }
        while (true) {
            items.add(value(depth + 1));
            if (peek() == ']') {
                at++;
                return new JsonValue.Items(items);
            }
            expect(',');
        }
    }

    private String string() throws BadEvent {
        int from = ++at;
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            if (at == end) {
                throw bad("a text does not end");
            }
            text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
            if (bytes[at] == '"') {
                at++;
                return text.toString();
            }
            text.append(escape());
            from = at;
            while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
                at++;
            }
        }
    }

    private char escape() throws BadEvent {
        at++;
        if (at == end) {
            throw bad("a text does not end");
        }
        byte b = bytes[at++];
        return switch (b) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> (char) b;
            case 'u' -> hex();
            default -> throw bad("an escape means nothing");
        };
    }

    private char hex() throws BadEvent {
        if (at + 4 > end) {
            throw bad("a text does not end");
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes[at++], 16);
            if (digit < 0) {
                throw bad("an escape is no number");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }
}
