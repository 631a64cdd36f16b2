package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/**
 * Windows' events as XML, as {@code wevtutil}, Windows Event Forwarding and Sysmon for Linux write
 * them. Fields are named as in the same event of an EVTX file. No entity is resolved but the five
 * of XML and characters by number; a document type is refused.
 */
final class XmlReader extends TextReader {

    static final byte[] BEGIN = ascii("<Event");
    static final int DEPTH_MAX = 64;
    private static final byte[] DECLARATION = ascii("<?xml");
    private static final byte[] CDATA = ascii("<![CDATA[");
    private static final byte[] CDATA_END = ascii("]]>");
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");

    private final XmlText text = new XmlText();
    private final XmlPath path = new XmlPath();
    private final Scratch value = new Scratch();
    private final Scratch attribute = new Scratch();
    private int depth;
    private boolean elements;

    @Override
    void event() throws BadEvent {
        depth = 0;
        path.clear();
        in.spaces();
        if (in.starts(DECLARATION)) {
            in.at = Math.min(in.find('>') + 1, in.end);
            blank();
        }
        if (!in.starts(BEGIN)) {
            throw in.bad("'<Event' is missing");
        }
        value.clear();
        do {
            step();
        } while (depth > 0);
        blank();
        if (!in.done()) {
            throw in.bad("something follows the event");
        }
    }

    private void blank() {
        while (!in.done() && in.bytes[in.at] <= ' ' && in.bytes[in.at] >= 0) {
            in.at++;
        }
    }

    private void step() throws BadEvent {
        if (in.done()) {
            throw in.bad("it ends too soon");
        }
        if (!in.is('<')) {
            int end = in.find('<');
            text.unescape(in, end, value);
            in.at = end;
        } else if (in.skip(CDATA)) {
            int end = in.find(CDATA_END);
            stop(end);
            value.put(in.bytes, in.at, end);
            in.at = end + CDATA_END.length;
        } else if (in.skip(COMMENT)) {
            int end = in.find(COMMENT_END);
            stop(end);
            in.at = end + COMMENT_END.length;
        } else {
            tag();
        }
    }

    private void stop(int end) throws BadEvent {
        if (end < 0) {
            throw in.bad("what begins here does not end");
        }
    }

    private void tag() throws BadEvent {
        in.at++;
        if (in.skip('/')) {
            int end = in.find('>');
            if (end == in.end) {
                throw in.bad("a tag does not end");
            }
            in.at = end + 1;
            close();
            return;
        }
        if (in.is('!') || in.is('?')) {
            throw in.bad("a document type and instructions are not read");
        }
        open();
    }

    private void open() throws BadEvent {
        if (++depth > DEPTH_MAX) {
            throw in.bad("nested deeper than " + DEPTH_MAX);
        }
        int from = in.at;
        while (!in.done() && isOfName(in.bytes[in.at])) {
            in.at++;
        }
        path.open(in, from, in.at);
        value.clear();
        elements = false;
        while (true) {
            blank();
            if (in.skip('>')) {
                return;
            }
            if (in.skip('/')) {
                if (!in.skip('>')) {
                    throw in.bad("'>' is missing");
                }
                close();
                return;
            }
            attribute();
        }
    }

    private static boolean isOfName(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '-'
                || b == '.'
                || b == ':';
    }

    private void attribute() throws BadEvent {
        int from = in.at;
        while (!in.done() && isOfName(in.bytes[in.at])) {
            in.at++;
        }
        int until = in.at;
        blank();
        boolean equal = in.skip('=');
        blank();
        boolean single = in.is('\'');
        if (from == until || !equal || (!single && !in.is('"'))) {
            throw in.bad("an attribute is a name, '=' and a value in quotes");
        }
        in.at++;
        int end = in.find(single ? '\'' : '"');
        if (end == in.end) {
            throw in.bad("an attribute does not end");
        }
        attribute.clear();
        text.unescape(in, end, attribute);
        in.at = end + 1;
        path.attribute(in, from, until, attribute, sink());
    }

    private void close() {
        if (!elements) {
            path.told(value, sink());
        }
        elements = true;
        value.clear();
        path.close();
        depth--;
    }
}
