package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;
import java.util.Arrays;
import java.util.List;

/** Reads lines of values whose fields are known. */
final class TableReader extends TextReader {

    private static final byte[] PATH = ascii("_path");
    private static final byte[] TS = ascii("ts");
    private static final byte[] DATE = ascii("date");
    private static final byte[] CLOCK = ascii("time");
    private static final List<String> NUMBERS = List.of("count", "int", "port");

    private final TableFormat.Columns columns;
    private final byte[] path;
    private final ClockReading clock = new ClockReading();
    private int dateFrom;
    private int dateUntil;

    TableReader(TableFormat.Columns columns) {
        this.columns = columns;
        path = columns.path().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    void event() throws BadEvent {
        if (columns.fields().isEmpty()) {
            throw in.bad("no line in front names the fields");
        }
        if (path.length > 0) {
            tell(PATH, path);
        }
        dateUntil = -1;
        int column = 0;
        while (in.at <= in.end) {
            if (column == columns.fields().size()) {
                throw in.bad("more values than the " + column + " fields");
            }
            int end = in.find((char) columns.between());
            value(column++, end);
            in.at = end + 1;
        }
        if (column < columns.fields().size()) {
            in.at = in.end;
            throw in.bad(column + " values for " + columns.fields().size() + " fields");
        }
    }

    private void value(int column, int end) {
        byte[] field = columns.fields().get(column);
        times(field, end);
        if (is(columns.unset(), in.at, end) || !sink().field(field)) {
            return;
        }
        if (is(columns.empty(), in.at, end)) {
            sink().text(in.bytes, end, end);
            return;
        }
        if (columns.type(column).equals("bool") && end == in.at + 1) {
            sink().truth(in.is('T'));
            return;
        }
        if (!columns.isSet(column)) {
            plain(column, end);
            return;
        }
        while (in.at <= end) {
            int stop = in.find((char) columns.within(), end);
            unescape(stop);
            sink().text(scratch.bytes, 0, scratch.length);
            in.at = stop + 1;
        }
    }

    private void plain(int column, int end) {
        int from = in.at;
        boolean digits = NUMBERS.contains(columns.type(column)) && end - from < 18;
        if (digits && in.digits() == end - from && (in.bytes[from] != '0' || end == from + 1)) {
            sink().number(in.bytes, from, end);
            return;
        }
        in.at = from;
        unescape(end);
        sink().text(scratch.bytes, 0, scratch.length);
    }

    private boolean is(byte[] word, int from, int until) {
        return Arrays.equals(word, 0, word.length, in.bytes, from, until);
    }

    /** Zeek writes {@code \x09}; IIS a plus for a space in what a browser says of itself. */
    private void unescape(int end) {
        scratch.clear();
        for (int i = in.at; i < end; i++) {
            byte b = in.bytes[i];
            boolean escape = columns.zeek() && b == '\\' && i + 1 < end && in.bytes[i + 1] == 'x';
            int octet = escape ? Hex.octet(in.bytes, i + 2, end) : -1;
            if (octet >= 0) {
                scratch.put(octet);
                i += 3;
            } else {
                scratch.put(b == '+' && !columns.zeek() ? ' ' : b);
            }
        }
    }

    private void times(byte[] field, int end) {
        if (columns.zeek()) {
            if (Arrays.equals(field, TS) && clock.epoch(in.bytes, in.at, end)) {
                tellTime(clock.seconds(), clock.nanos());
            }
        } else if (Arrays.equals(field, DATE)) {
            dateFrom = in.at;
            dateUntil = end;
        } else if (Arrays.equals(field, CLOCK) && dateUntil > dateFrom) {
            scratch.clear().put(in.bytes, dateFrom, dateUntil).put('T');
            scratch.put(in.bytes, in.at, end).put('Z');
            if (clock.iso(scratch.bytes, 0, scratch.length)) {
                tellTime(clock.seconds(), clock.nanos());
            }
        }
    }
}
