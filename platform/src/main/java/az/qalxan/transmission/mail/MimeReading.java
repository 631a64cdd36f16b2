package az.qalxan.transmission.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a mail (RFC 5322, RFC 2045, RFC 2046) within bounds, into parts that know
 * their exact bytes. It reads forward only and once at each depth.
 */
final class MimeReading {

    static final int BYTES_MAX = 48 << 20;
    static final int DEPTH_MAX = 8;
    static final int PARTS_MAX = 200;
    static final int HEADERS_MAX = 300;
    static final int HEADER_BYTES_MAX = 32_768;
    private static final int BOUNDARY_CHARS_MAX = 70;

    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,200}");
    private static final Pattern TYPE =
            Pattern.compile("\\s*([\\w!#$&^.+-]{1,100}/[\\w!#$&^.+-]{1,100})\\s*(;.*)?");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    ";\\s*([\\w!#$&^.+*-]{1,60})\\s*=\\s*"
                            + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;\"]*+))");

    private int parts;

    private MimeReading() {}

    /** A mail in parts, or where and why reading ended. */
    sealed interface Read {

        record Whole(MimePart mail) implements Read {}

        /**
         * Not a mail.
         *
         * @param place the part in which it was noticed, and the byte in it where that is known
         * @param reason message key {@code transmission.mail.wrong.<reason>}
         */
        record Wrong(String place, String reason) implements Read {}
    }

    /** Ends reading at once; never leaves this module. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;
        private final String place;
        private final String reason;

        Unreadable(String place, String reason) {
            super(place + ": " + reason, null);
            this.place = place;
            this.reason = reason;
        }

        Read.Wrong wrong() {
            return new Read.Wrong(place, reason);
        }
    }

    static Read read(byte[] mail) {
        try {
            return new Read.Whole(part(mail));
        } catch (Unreadable e) {
            return e.wrong();
        }
    }

    /** The same for a mail found within another, with whose place its own begins. */
    static MimePart part(byte[] mail) {
        if (mail.length > BYTES_MAX) {
            throw new Unreadable("1", "too-large");
        }
        return new MimeReading().entity(mail, "1", 1);
    }

    private MimePart entity(byte[] raw, String place, int depth) {
        if (depth > DEPTH_MAX) {
            throw new Unreadable(place, "too-deep");
        }
        if (++parts > PARTS_MAX) {
            throw new Unreadable(place, "too-many-parts");
        }
        List<MimePart.Header> headers = new ArrayList<>();
        int bodyAt = headers(raw, place, headers);
        MimePart.Type type = type(headers, place);
        byte[] body = Arrays.copyOfRange(raw, bodyAt, raw.length);
        List<MimePart> children =
                type.name().startsWith("multipart/")
                        ? children(body, type, place, depth)
                        : List.of();
        return new MimePart(place, List.copyOf(headers), type, raw, body, children);
    }

    /** Reads header lines up to the empty line and returns where the body begins. */
    private static int headers(byte[] raw, String place, List<MimePart.Header> headers) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < raw.length) {
            int end = lineEnd(raw, at);
            int next = Math.min(end + 1, raw.length);
            int stop = end > at && raw[end - 1] == '\r' ? end - 1 : end;
            if (stop == at) {
                flush(line, place, headers);
                return next;
            }
            boolean folded = raw[at] == ' ' || raw[at] == '\t';
            if (!folded) {
                flush(line, place + " @" + at, headers);
            } else if (line.isEmpty()) {
                throw new Unreadable(place + " @" + at, "header");
            }
            if (line.length() + stop - at > HEADER_BYTES_MAX) {
                throw new Unreadable(place + " @" + at, "header-too-long");
            }
            line.append(new String(raw, at, stop - at, StandardCharsets.UTF_8));
            at = next;
        }
        flush(line, place, headers);
        return raw.length;
    }

    private static int lineEnd(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return at;
    }

    private static void flush(StringBuilder line, String place, List<MimePart.Header> headers) {
        if (line.isEmpty()) {
            return;
        }
        int colon = line.indexOf(":");
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        if (!NAME.matcher(name).matches()) {
            throw new Unreadable(place, "header");
        }
        if (headers.size() >= HEADERS_MAX) {
            throw new Unreadable(place, "too-many-headers");
        }
        headers.add(
                new MimePart.Header(
                        name.toLowerCase(Locale.ROOT), line.substring(colon + 1).strip()));
        line.setLength(0);
    }

    private static MimePart.Type type(List<MimePart.Header> headers, String place) {
        List<String> given =
                headers.stream()
                        .filter(header -> header.name().equals("content-type"))
                        .map(MimePart.Header::value)
                        .toList();
        if (given.isEmpty()) {
            return MimePart.Type.PLAIN;
        }
        Matcher type = TYPE.matcher(given.getFirst());
        if (given.size() > 1 || !type.matches()) {
            throw new Unreadable(place, "content-type");
        }
        return new MimePart.Type(
                type.group(1).toLowerCase(Locale.ROOT), parameters(given.getFirst()));
    }

    /** The parameters of a header's value; those of RFC 2231 that need no joining are decoded. */
    static Map<String, String> parameters(String value) {
        Map<String, String> found = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            String text =
                    parameter.group(2) == null
                            ? parameter.group(3)
                            : parameter.group(2).replaceAll("\\\\(.)", "$1");
            if (name.endsWith("*")) {
                found.put(name.substring(0, name.length() - 1), extended(text));
            } else {
                found.putIfAbsent(name, text);
            }
        }
        return found;
    }

    /** {@code UTF-8''na%20me} as RFC 8187 writes it; anything else stays as it is. */
    private static String extended(String text) {
        String mark = "utf-8''";
        if (!text.toLowerCase(Locale.ROOT).startsWith(mark)) {
            return text;
        }
        try {
            String plusKept = text.substring(mark.length()).replace("+", "%2B");
            return java.net.URLDecoder.decode(plusKept, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private List<MimePart> children(byte[] body, MimePart.Type type, String place, int depth) {
        String boundary = type.parameter("boundary");
        if (boundary.isBlank() || boundary.length() > BOUNDARY_CHARS_MAX) {
            throw new Unreadable(place, "boundary");
        }
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        List<MimePart> children = new ArrayList<>();
        int start = -1;
        int at = 0;
        while (at < body.length) {
            int end = lineEnd(body, at);
            if (isMark(body, at, end, mark)) {
                if (start >= 0) {
                    byte[] child = Arrays.copyOfRange(body, start, beforeBreak(body, start, at));
                    children.add(entity(child, place + "." + (children.size() + 1), depth + 1));
                }
                if (isLast(body, at + mark.length, end)) {
                    return List.copyOf(children);
                }
                start = Math.min(end + 1, body.length);
            }
            at = end + 1;
        }
        throw new Unreadable(place, "no-end");
    }

    private static boolean isMark(byte[] body, int at, int end, byte[] mark) {
        int after = at + mark.length;
        if (after > end || !Arrays.equals(body, at, after, mark, 0, mark.length)) {
            return false;
        }
        int rest = isLast(body, after, end) ? after + 2 : after;
        for (int i = rest; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLast(byte[] body, int after, int end) {
        return after + 2 <= end && body[after] == '-' && body[after + 1] == '-';
    }

    /** The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1). */
    private static int beforeBreak(byte[] body, int start, int at) {
        int end = at;
        if (end > start && body[end - 1] == '\n') {
            end--;
            if (end > start && body[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }
}
