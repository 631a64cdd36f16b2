package az.qalxan.engines.detection.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times as logs write them; what is none is said to be none. */
final class ClockReading {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int ISO_MAX = 40;

    private long seconds;
    private int nanos;

    long seconds() {
        return seconds;
    }

    int nanos() {
        return nanos;
    }

    /** {@code 10/Oct/2000:13:55:36 -0700}, from the cursor until an index. */
    boolean access(Cursor in, int until) {
        int at = in.at;
        if (until - at != 26) {
            return false;
        }
        int month = month(in.bytes, at + 3);
        int sign = in.bytes[at + 21] == '-' ? -1 : 1;
        int hours = sign * two(in.bytes, at + 22);
        int minutes = sign * two(in.bytes, at + 24);
        int year = two(in.bytes, at + 7) * 100 + two(in.bytes, at + 9);
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            year,
                            month,
                            two(in.bytes, at),
                            two(in.bytes, at + 12),
                            two(in.bytes, at + 15),
                            two(in.bytes, at + 18));
            return is(local.toEpochSecond(ZoneOffset.ofHoursMinutes(hours, minutes)), 0);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The number of the month whose first three letters stand there; 0 where none do. */
    static int month(byte[] bytes, int at) {
        for (int month = 0; month < 12; month++) {
            int i = 0;
            while (i < 3
                    && at + i < bytes.length
                    && bytes[at + i] == MONTHS.charAt(3 * month + i)) {
                i++;
            }
            if (i == 3) {
                return month + 1;
            }
        }
        return 0;
    }

    private static int two(byte[] bytes, int at) {
        int high = bytes[at] - '0';
        int low = bytes[at + 1] - '0';
        return high < 0 || high > 9 || low < 0 || low > 9 ? -100 : high * 10 + low;
    }

    private boolean is(long atSeconds, int atNanos) {
        seconds = atSeconds;
        nanos = atNanos;
        return true;
    }

    /** ISO 8601 with a zone, as RFC 5424 and others write it. */
    boolean iso(byte[] bytes, int from, int until) {
        if (until - from < 19 || until - from > ISO_MAX) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < until; i++) {
            text.append((char) (bytes[i] & 0x7f));
        }
        int zone = text.length() - 5;
        if (text.charAt(zone) == '+' || text.charAt(zone) == '-') {
            text.insert(zone + 3, ':');
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return is(time.toEpochSecond(), time.getNano());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Seconds since 1970 with a fraction, such as {@code 1364481363.243}. */
    boolean epoch(byte[] bytes, int from, int until) {
        long whole = 0;
        int at = from;
        while (at < until && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 12) {
            whole = whole * 10 + bytes[at++] - '0';
        }
        if (at == from) {
            return false;
        }
        int fraction = 0;
        int unit = 100_000_000;
        if (at < until && bytes[at] == '.') {
            for (at++; at < until && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                fraction += (bytes[at] - '0') * unit;
                unit /= 10;
            }
        }
        return at == until && is(whole, fraction);
    }
}
