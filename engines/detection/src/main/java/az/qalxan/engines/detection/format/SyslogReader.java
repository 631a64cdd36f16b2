package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;
import java.util.Locale;

/**
 * Lines of syslog as RFC 5424 and RFC 3164 have them, also without the priority, as files are
 * usually written. An event of another format inside is told with all of its fields.
 */
final class SyslogReader extends TextReader {

    private static final byte[] PRIORITY = ascii("syslog.priority");
    private static final byte[] FACILITY = ascii("syslog.facility");
    private static final byte[] SEVERITY = ascii("syslog.severity");
    private static final byte[] HOST = ascii("hostname");
    private static final byte[] PROGRAM = ascii("program");
    private static final byte[] PROCESS = ascii("procid");
    private static final byte[] KIND = ascii("msgid");
    private static final byte[] WHEN = ascii("syslog.timestamp");
    private static final byte[] MESSAGE = ascii("message");
    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] CEE = ascii("@cee:");
    private static final byte[] SUDO = ascii("sudo");
    private static final int TAG_MAX = 128;

    private final ClockReading clock = new ClockReading();
    private final InnerReader inner = new InnerReader();
    private final DeviceMessage device = new DeviceMessage();
    private boolean sudo;
    private boolean program;

    @Override
    void event() throws BadEvent {
        sudo = false;
        program = false;
        boolean priority = priority();
        boolean fifth = priority && in.is('1') && in.at + 1 < in.end && in.bytes[in.at + 1] == ' ';
        if (fifth) {
            in.at += 2;
            header5424();
            structured();
        } else if (!header3164(priority)) {
            throw in.bad("neither a priority nor a time stands in front");
        }
        in.spaces();
        in.skip(BOM);
        message();
    }

    private boolean priority() throws BadEvent {
        if (!in.skip('<')) {
            return false;
        }
        int from = in.at;
        int digits = in.digits();
        int number = in.number(from, in.at);
        if (digits == 0 || digits > 3 || number > 191 || !in.skip('>')) {
            throw in.bad("a priority is a number up to 191 between '<' and '>'");
        }
        tell(PRIORITY, from, from + digits);
        tell(FACILITY, ascii(String.valueOf(number / 8)));
        tell(SEVERITY, ascii(String.valueOf(number % 8)));
        return true;
    }

    private void header5424() throws BadEvent {
        int end = in.find(' ');
        time(end);
        in.at = end;
        for (byte[] name : new byte[][] {HOST, PROGRAM, PROCESS, KIND}) {
            if (!in.skip(' ')) {
                throw in.bad("RFC 5424 wants time, host, program, process and kind of message");
            }
            end = in.find(' ');
            if (end > in.at && !(end == in.at + 1 && in.bytes[in.at] == '-')) {
                tell(name, in.at, end);
                if (name == PROGRAM) {
                    program(end);
                }
            }
            in.at = end;
        }
        in.skip(' ');
    }

    private void time(int end) {
        tell(WHEN, in.at, end);
        if (clock.iso(in.bytes, in.at, end)) {
            tellTime(clock.seconds(), clock.nanos());
        }
    }

    /** {@code [id name="value"]}: the field is {@code id.name}. */
    private void structured() throws BadEvent {
        if (in.skip('-')) {
            return;
        }
        while (in.skip('[')) {
            int id = in.at;
            while (!in.done() && !in.is(' ') && !in.is(']')) {
                in.at++;
            }
            int idEnd = in.at;
            while (in.skip(' ')) {
                int name = in.at;
                in.at = in.find('=');
                int nameEnd = in.at;
                if (!in.skip('=') || !in.skip('"')) {
                    throw in.bad("structured data is a name, '=' and a value in quotes");
                }
                scratch.clear().put(in.bytes, id, idEnd).put('.').put(in.bytes, name, nameEnd);
                boolean wanted = sink().field(scratch.bytes, 0, scratch.length);
                parameter();
                if (wanted) {
                    sink().text(scratch.bytes, 0, scratch.length);
                }
            }
            if (!in.skip(']')) {
                throw in.bad("structured data does not end");
            }
        }
    }

    private void parameter() throws BadEvent {
        scratch.clear();
        while (!in.done() && !in.is('"')) {
            int b = in.bytes[in.at++];
            boolean escaped = b == '\\' && (in.is('"') || in.is('\\') || in.is(']'));
            scratch.put(escaped ? in.bytes[in.at++] : b);
        }
        if (!in.skip('"')) {
            throw in.bad("a value of structured data does not end");
        }
    }

    /** {@code Mmm dd hh:mm:ss host tag[pid]:}; programs also write ISO 8601, or no time at all. */
    private boolean header3164(boolean priority) {
        int from = in.at;
        int end = timeEnd();
        if (end < 0 && !priority) {
            return false;
        }
        if (end >= 0) {
            in.at = from;
            time(end);
            in.at = end;
            in.spaces();
            int word = in.find(' ');
            boolean tag = word > in.at && in.bytes[word - 1] == ':';
            if (!tag) {
                tell(HOST, in.at, word);
                in.at = word;
                in.spaces();
            }
        }
        tag();
        return true;
    }

    /** Where the time ends that stands here; -1 where none does. */
    private int timeEnd() {
        if (ClockReading.month(in.bytes, in.at) > 0 && in.at + 15 <= in.end) {
            boolean clockTime = in.bytes[in.at + 9] == ':' && in.bytes[in.at + 12] == ':';
            return clockTime && in.bytes[in.at + 3] == ' ' ? in.at + 15 : -1;
        }
        int end = in.find(' ');
        boolean date =
                end - in.at >= 19 && in.bytes[in.at + 4] == '-' && in.bytes[in.at + 7] == '-';
        return date ? end : -1;
    }

    private void tag() {
        if (in.starts(CefReader.BEGIN) || in.starts(LeefReader.BEGIN)) {
            return;
        }
        int end = in.at;
        while (end < in.end && end - in.at < TAG_MAX && isOfTag(in.bytes[end])) {
            end++;
        }
        boolean ends = end < in.end && (in.bytes[end] == ':' || in.bytes[end] == '[');
        if (!ends || end == in.at) {
            return;
        }
        tell(PROGRAM, in.at, end);
        program(end);
        in.at = end;
        if (in.skip('[')) {
            int close = in.find(']');
            tell(PROCESS, in.at, close);
            in.at = Math.min(close + 1, in.end);
        }
        in.skip(':');
    }

    /** Routers number their messages where others name a program. */
    private void program(int end) {
        sudo = end - in.at == SUDO.length && in.starts(SUDO);
        for (int i = in.at; i < end; i++) {
            program |= in.bytes[i] < '0' || in.bytes[i] > '9';
        }
    }

    private static boolean isOfTag(byte b) {
        return b > ' ' && b != ':' && b != '[' && b != '{' && b != '=' && b != '|';
    }

    private void message() throws BadEvent {
        tell(MESSAGE, in.at, in.end);
        if (in.skip(CEE)) {
            in.spaces();
        }
        EventReader reader = inner.of(in);
        if (reader != null) {
            reader.read(in.bytes, in.at, in.end, sink());
        } else if (sudo) {
            sudo();
        } else if (!program) {
            // A program may write what others make it write: only a device says what it is.
            device.tell(in, sink());
        }
    }

    /** {@code user : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh}. */
    private void sudo() {
        while (!in.done()) {
            int end = in.find(';');
            in.spaces();
            int equal = in.find('=', end);
            boolean command = equal < end && word(equal).equals("COMMAND");
            int until = command ? in.end : end;
            if (equal < end && sink().field(in.bytes, wordFrom(equal), equal)) {
                int stop = until;
                while (stop > equal && in.bytes[stop - 1] == ' ') {
                    stop--;
                }
                sink().text(in.bytes, Math.min(equal + 1, stop), stop);
            }
            in.at = until + 1;
        }
    }

    private int wordFrom(int equal) {
        int from = equal;
        while (from > in.at && in.bytes[from - 1] > ' ') {
            from--;
        }
        return from;
    }

    private String word(int equal) {
        StringBuilder word = new StringBuilder();
        for (int i = wordFrom(equal); i < equal && word.length() < TAG_MAX; i++) {
            word.append((char) (in.bytes[i] & 0xff));
        }
        return word.toString().toUpperCase(Locale.ROOT);
    }
}
