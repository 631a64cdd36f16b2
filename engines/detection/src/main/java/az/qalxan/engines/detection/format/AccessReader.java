package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/**
 * Lines of web servers in the common and the combined log format, also with the server's name in
 * front (Apache HTTP Server, "Log Files"); nginx writes the same.
 *
 * <p>Fields have the names of Sigma at once. What is written as {@code -} is missing. Published
 * rules look in {@code cs-uri-query} for paths as well, so it holds the query and the whole URI.
 */
final class AccessReader extends TextReader {

    private static final byte[] HOST = ascii("cs-host");
    private static final byte[] CLIENT = ascii("c-ip");
    private static final byte[] IDENT = ascii("ident");
    private static final byte[] USER = ascii("cs-username");
    private static final byte[] WHEN = ascii("time");
    private static final byte[] METHOD = ascii("cs-method");
    private static final byte[] STEM = ascii("cs-uri-stem");
    private static final byte[] QUERY = ascii("cs-uri-query");
    private static final byte[] VERSION = ascii("cs-version");
    private static final byte[] REQUEST = ascii("request");
    private static final byte[][] URI = {QUERY, ascii("cs-uri"), ascii("c-uri")};
    private static final byte[] STATUS = ascii("sc-status");
    private static final byte[] BYTES = ascii("sc-bytes");
    private static final byte[][] REFERER = {ascii("cs-referer"), ascii("cs-referrer")};
    private static final byte[][] AGENT = {ascii("cs-user-agent"), ascii("c-useragent")};

    private final ClockReading clock = new ClockReading();

    @Override
    void event() throws BadEvent {
        int from = in.at;
        int begin = in.find('[');
        if (begin == in.end || begin == from) {
            throw in.bad("a time in brackets is missing");
        }
        head(begin);
        in.at = begin + 1;
        int close = in.find(']');
        if (close == in.end) {
            throw in.bad("the time does not end");
        }
        tell(WHEN, in.at, close);
        if (clock.access(in, close)) {
            tellTime(clock.seconds(), 0);
        }
        in.at = close + 1;
        in.spaces();
        quoted();
        request();
        in.spaces();
        word(STATUS);
        word(BYTES);
        trailing(REFERER);
        trailing(AGENT);
    }

    /** The words before the time: client, identity, user; one more in front is the server. */
    private void head(int until) throws BadEvent {
        int words = 0;
        for (int i = in.at; i < until; i++) {
            boolean ends = in.bytes[i] != ' ' && (i + 1 == until || in.bytes[i + 1] == ' ');
            words += ends ? 1 : 0;
        }
        if (words < 3) {
            throw in.bad("client, identity and user are missing");
        }
        int last = in.end;
        in.end = until;
        if (words > 3) {
            server();
        }
        word(CLIENT);
        word(IDENT);
        int end = until;
        while (end > in.at && in.bytes[end - 1] == ' ') {
            end--;
        }
        if (!unset(in.at, end)) {
            tell(USER, in.at, end);
        }
        in.end = last;
    }

    /** {@code name:port}. */
    private void server() {
        int end = in.find(' ');
        int colon = end;
        for (int i = in.at; i < end; i++) {
            colon = in.bytes[i] == ':' ? i : colon;
        }
        tell(HOST, in.at, colon);
        in.at = end;
        in.spaces();
    }

    private void word(byte[] name) {
        int end = in.find(' ');
        if (!unset(in.at, end)) {
            tell(name, in.at, end);
        }
        in.at = end;
        in.spaces();
    }

    private boolean unset(int from, int until) {
        return until == from || (until == from + 1 && in.bytes[from] == '-');
    }

    /** Unescapes what stands between quotes into the scratch. */
    private void quoted() throws BadEvent {
        if (!in.skip('"')) {
            throw in.bad("a text in quotes is missing");
        }
        scratch.clear();
        while (!in.done() && !in.is('"')) {
            int b = in.bytes[in.at++];
            if (b == '\\' && !in.done()) {
                escape();
            } else {
                scratch.put(b);
            }
        }
        if (!in.skip('"')) {
            throw in.bad("a text in quotes does not end");
        }
    }

    private void escape() {
        byte b = in.bytes[in.at++];
        int hex = b == 'x' ? Hex.octet(in.bytes, in.at, in.end) : -1;
        if (hex >= 0) {
            in.at += 2;
            scratch.put(hex);
            return;
        }
        switch (b) {
            case '"', '\\' -> scratch.put(b);
            case 'n' -> scratch.put('\n');
            case 't' -> scratch.put('\t');
            case 'r' -> scratch.put('\r');
            default -> scratch.put('\\').put(b);
        }
    }

    /** What is asked for may be anything that somebody sent; then only the whole of it is told. */
    private void request() {
        tellScratch(REQUEST);
        int end = scratch.length;
        int first = place(' ', 0, end);
        if (first == end) {
            return;
        }
        int last = end;
        for (int i = first + 1; i < end; i++) {
            last = scratch.bytes[i] == ' ' ? i : last;
        }
        part(METHOD, 0, first);
        part(VERSION, last + 1, end);
        for (byte[] name : URI) {
            part(name, first + 1, last);
        }
        int query = place('?', first + 1, last);
        part(STEM, first + 1, query);
        part(QUERY, query + 1, last);
    }

    private int place(char c, int from, int until) {
        int place = from;
        while (place < until && scratch.bytes[place] != c) {
            place++;
        }
        return place;
    }

    private void part(byte[] name, int from, int until) {
        if (from < until && sink().field(name)) {
            sink().text(scratch.bytes, from, until);
        }
    }

    private void trailing(byte[][] names) throws BadEvent {
        in.spaces();
        if (!in.is('"')) {
            return;
        }
        quoted();
        if (scratch.length == 1 && scratch.bytes[0] == '-') {
            return;
        }
        for (byte[] name : names) {
            tellScratch(name);
        }
    }
}
