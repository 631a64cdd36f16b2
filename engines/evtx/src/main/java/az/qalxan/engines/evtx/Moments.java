package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.u16;

import java.time.Instant;
import java.time.LocalDate;

/** Moments as Windows counts them, in UTC. */
final class Moments {

    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long NANOS_PER_TICK = 100;
    private static final long DAY_SECONDS = 86_400;

    /** From 1601-01-01, where FILETIME begins, to 1970-01-01. */
    private static final long EPOCH_SECONDS = 11_644_473_600L;

    private static final int SYSTEM_TIME_BYTES = 16;

    private Moments() {}

    static Instant instant(long fileTime) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(fileTime, TICKS_PER_SECOND) - EPOCH_SECONDS,
                Long.remainderUnsigned(fileTime, TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    static void fileTime(long ticks, Escaping escaping, TextBuffer out) throws Flaw {
        long seconds = Long.divideUnsigned(ticks, TICKS_PER_SECOND);
        int fraction = (int) Long.remainderUnsigned(ticks, TICKS_PER_SECOND);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds - EPOCH_SECONDS, DAY_SECONDS));
        date(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), out);
        int second = (int) Math.floorMod(seconds, DAY_SECONDS);
        time(second / 3600, second / 60 % 60, second % 60, out);
        switch (escaping.fractionDigits()) {
            case 6 -> Digits.padded(fraction / 10, 6, out);
            case 7 -> Digits.padded(fraction, 7, out);
            default -> Digits.padded(fraction * 100, 9, out);
        }
        out.put('Z');
    }

    static void systemTime(byte[] bytes, int at, int size, Escaping escaping, TextBuffer out)
            throws Flaw {
        if (size < SYSTEM_TIME_BYTES) {
            Digits.hexBytes(bytes, at, size, out);
            return;
        }
        date(u16(bytes, at), u16(bytes, at + 2), u16(bytes, at + 6), out);
        time(u16(bytes, at + 8), u16(bytes, at + 10), u16(bytes, at + 12), out);
        Digits.padded(u16(bytes, at + 14), 3, out);
        if (!escaping.braces()) {
            Digits.padded(0, escaping.fractionDigits() - 3, out);
        }
        out.put('Z');
    }

    private static void date(int year, int month, int day, TextBuffer out) throws Flaw {
        Digits.padded(year, year > 9999 ? 5 : 4, out);
        out.put('-');
        Digits.padded(month, 2, out);
        out.put('-');
        Digits.padded(day, 2, out);
        out.put('T');
    }

    private static void time(int hour, int minute, int second, TextBuffer out) throws Flaw {
        Digits.padded(hour, 2, out);
        out.put(':');
        Digits.padded(minute, 2, out);
        out.put(':');
        Digits.padded(second, 2, out);
        out.put('.');
    }
}
