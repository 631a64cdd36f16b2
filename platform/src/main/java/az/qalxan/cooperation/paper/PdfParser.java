package az.qalxan.cooperation.paper;

import az.qalxan.cooperation.paper.PdfLite.Name;
import az.qalxan.cooperation.paper.PdfLite.Reference;
import az.qalxan.cooperation.paper.PdfLite.Stream;
import az.qalxan.cooperation.paper.PdfLite.Text;
import az.qalxan.cooperation.paper.PdfLite.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads PDF objects from one place on; nesting and sizes are bounded. */
final class PdfParser {

    private static final int NESTING_MAX = 32;
    private static final int ENTRIES_MAX = 20_000;
    private static final int DIGITS_MAX = 10;

    private final byte[] file;
    private int at;

    PdfParser(byte[] file, int at) {
        this.file = file;
        this.at = at;
    }

    /** {@code 12 0 obj … endobj}: the object inside, with its stream if it has one. */
    @Nullable Object indirect() {
        if (at <= 0 || at >= file.length) {
            return null;
        }
        whole();
        whole();
        if (!accept("obj")) {
            throw new Unreadable(at, "no object where one should be");
        }
        @Nullable Object object = object();
        if (object instanceof Map<?, ?> map && accept("stream")) {
            if (peek() == '\r') {
                at++;
            }
            if (peek() == '\n') {
                at++;
            }
            Map<String, Object> dictionary = new HashMap<>();
            map.forEach((name, value) -> dictionary.put(String.valueOf(name), value));
            return new Stream(dictionary, at);
        }
        return object;
    }

    @Nullable Object object() {
        return object(0);
    }

    private @Nullable Object object(int depth) {
        if (depth > NESTING_MAX) {
            throw new Unreadable(at, "nested too deeply");
        }
        space();
        int next = peek();
        if (next == '/') {
            return name();
        }
        if (next == '(') {
            return literal();
        }
        if (next == '[') {
            return array(depth);
        }
        if (next == '<') {
            return at + 1 < file.length && file[at + 1] == '<' ? dictionary(depth) : hex();
        }
        if (accept("true")) {
            return Boolean.TRUE;
        }
        if (accept("false")) {
            return Boolean.FALSE;
        }
        if (accept("null")) {
            return null;
        }
        return number();
    }

    private Map<String, Object> dictionary(int depth) {
        at += 2;
        Map<String, Object> dictionary = new HashMap<>();
        while (!accept(">>")) {
            space();
            if (peek() != '/' || dictionary.size() == ENTRIES_MAX) {
                throw new Unreadable(at, "broken dictionary");
            }
            Name name = name();
            @Nullable Object value = object(depth + 1);
            if (value != null) {
                dictionary.put(name.value(), value);
            }
        }
        return dictionary;
    }

    private List<Object> array(int depth) {
        at++;
        List<Object> array = new ArrayList<>();
        while (!accept("]")) {
            if (array.size() == ENTRIES_MAX) {
                throw new Unreadable(at, "too long a list");
            }
            @Nullable Object value = object(depth + 1);
            array.add(value == null ? Boolean.FALSE : value);
        }
        return array;
    }

    private Name name() {
        at++;
        StringBuilder name = new StringBuilder();
        while (at < file.length && isRegular(file[at])) {
            if (file[at] == '#'
                    && at + 2 < file.length
                    && digit(at + 1) >= 0
                    && digit(at + 2) >= 0) {
                name.append((char) (digit(at + 1) * 16 + digit(at + 2)));
                at += 3;
            } else {
                name.append((char) (file[at++] & 0xff));
            }
        }
        return new Name(name.toString());
    }

    private Text literal() {
        int from = at++;
        int open = 1;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (at < file.length) {
            int next = file[at++];
            if (next == '\\' && at < file.length) {
                text.write(file[at++]);
                continue;
            }
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (open == 0) {
                return new Text(text.toByteArray(), from, at);
            }
            text.write(next);
        }
        throw new Unreadable(from, "a text does not end");
    }

    private Text hex() {
        int from = at++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int high = -1;
        while (at < file.length && file[at] != '>') {
            int digit = digit(at);
            if (digit < 0 && !isSpace(file[at])) {
                throw new Unreadable(at, "no hexadecimal digit");
            }
            at++;
            if (digit >= 0 && high >= 0) {
                text.write(high * 16 + digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        if (at >= file.length) {
            throw new Unreadable(from, "a text does not end");
        }
        at++;
        if (high >= 0) {
            text.write(high * 16);
        }
        return new Text(text.toByteArray(), from, at);
    }

    /** A whole number, the whole part of a fraction, or a reference to another object. */
    private Object number() {
        int start = at;
        boolean negative = peek() == '-';
        if (negative || peek() == '+') {
            at++;
        }
        long value = digits();
        if (peek() == '.') {
            at++;
            while (at < file.length && digit(at) >= 0 && digit(at) <= 9) {
                at++;
            }
            return value;
        }
        if (start == at) {
            throw new Unreadable(at, "no object");
        }
        int after = at;
        space();
        if (!negative && at > after && isDigit(peek())) {
            digits();
            if (accept("R")) {
                return new Reference((int) Math.min(value, Integer.MAX_VALUE));
            }
        }
        at = after;
        return negative ? -value : value;
    }

    /** A number at or above zero that fits into the file. */
    int whole() {
        space();
        if (!isDigit(peek())) {
            throw new Unreadable(at, "no number");
        }
        long value = digits();
        if (value > file.length) {
            throw new Unreadable(at, "a number beyond the file");
        }
        return (int) value;
    }

    private long digits() {
        long value = 0;
        int count = 0;
        while (isDigit(peek())) {
            if (++count > DIGITS_MAX) {
                throw new Unreadable(at, "too long a number");
            }
            value = value * 10 + (peek() - '0');
            at++;
        }
        return value;
    }

    /** Steps over the word when it comes next. */
    boolean accept(String word) {
        space();
        if (PdfLite.startsWith(file, at, word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private void space() {
        while (at < file.length && (isSpace(file[at]) || file[at] == '%')) {
            if (file[at] == '%') {
                while (at < file.length && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private int peek() {
        return at >= 0 && at < file.length ? file[at] : -1;
    }

    private int digit(int place) {
        return Character.digit((char) (file[place] & 0xff), 16);
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    private static boolean isSpace(byte next) {
        return next == ' '
                || next == '\n'
                || next == '\r'
                || next == '\t'
                || next == 0
                || next == 12;
    }

    private static boolean isRegular(byte next) {
        return !isSpace(next) && "()<>[]{}/%".indexOf(next) < 0;
    }
}
