package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/**
 * The Log Event Extended Format of IBM QRadar, versions 1.0 and 2.0: parts between bars, then keys
 * with values, a tab or the character between them that the event names.
 */
final class LeefReader extends TextReader {

    static final byte[] BEGIN = ascii("LEEF:");

    private static final byte[][] HEAD = {
        ascii("leef.version"),
        ascii("deviceVendor"),
        ascii("deviceProduct"),
        ascii("deviceVersion"),
        ascii("eventId")
    };
    private static final byte[] DEV_TIME = ascii("devTime");

    private final ClockReading clock = new ClockReading();

    @Override
    void event() throws BadEvent {
        if (!in.skip(BEGIN)) {
            throw in.bad("'LEEF:' is missing");
        }
        boolean second = in.is('2');
        for (byte[] name : HEAD) {
            int end = in.find('|');
            if (end == in.end) {
                throw in.bad("five parts between '|' are missing");
            }
            tell(name, in.at, end);
            in.at = end + 1;
        }
        attributes(second ? between() : '\t');
    }

    /** The character that separates attributes, itself or as a number to the base of sixteen. */
    private char between() {
        int end = in.find('|');
        if (end - in.at > 5 || end == in.end) {
            return '\t';
        }
        int from = in.at;
        in.at = end + 1;
        int digits = from + (in.bytes[from] == '0' && end - from > 1 ? 1 : 0);
        if (end > digits && in.bytes[digits] == 'x') {
            int octet = Hex.octet(in.bytes, end - 2, end);
            return octet < 0 ? '\t' : (char) octet;
        }
        return end == from ? '\t' : (char) (in.bytes[from] & 0xff);
    }

    private void attributes(char between) {
        while (!in.done()) {
            int end = in.find(between);
            int equal = in.find('=', end);
            if (equal < end) {
                if (sink().field(in.bytes, in.at, equal)) {
                    sink().text(in.bytes, equal + 1, end);
                }
                time(equal, end);
            }
            in.at = end + 1;
        }
    }

    private void time(int equal, int end) {
        boolean named = equal - in.at == DEV_TIME.length && in.starts(DEV_TIME);
        if (!named) {
            return;
        }
        if (end - equal == 14 && clock.epoch(in.bytes, equal + 1, end - 3)) {
            tellTime(clock.seconds(), 0);
        } else if (clock.iso(in.bytes, equal + 1, end)) {
            tellTime(clock.seconds(), clock.nanos());
        }
    }
}
