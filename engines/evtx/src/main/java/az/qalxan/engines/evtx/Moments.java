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

    private final Escaping escaping;
    private final TextBuffer out;

    Moments(Escaping escaping, TextBuffer out) {
        this.escaping = escaping;
        this.out = out;
    }

    static Instant instant(long fileTime) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(fileTime, TICKS_PER_SECOND) - EPOCH_SECONDS,
                Long.remainderUnsigned(fileTime, TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    void fileTime(long ticks) throws Flaw {
        long seconds = Long.divideUnsigned(ticks, TICKS_PER_SECOND);
        int fraction = (int) Long.remainderUnsigned(ticks, TICKS_PER_SECOND);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds - EPOCH_SECONDS, DAY_SECONDS));
        date(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        int second = (int) Math.floorMod(seconds, DAY_SECONDS);
        time(second / 3600, second / 60 % 60, second % 60);
        switch (escaping.fractionDigits()) {
            case 6 -> Digits.padded(fraction / 10, 6, out);
            case 7 -> Digits.padded(fraction, 7, out);
            default -> Digits.padded(fraction * 100, 9, out);
        }
        out.put('Z');
    }

    void systemTime(byte[] bytes, int at, int size) throws Flaw {
        if (size < SYSTEM_TIME_BYTES || !sensible(bytes, at)) {
            Digits.hexBytes(bytes, at, size, out);
            return;
        }
        date(u16(bytes, at), u16(bytes, at + 2), u16(bytes, at + 6));
        time(u16(bytes, at + 8), u16(bytes, at + 10), u16(bytes, at + 12));
        Digits.padded(u16(bytes, at + 14), 3, out);
        if (!escaping.braces()) {
            Digits.padded(0, escaping.fractionDigits() - 3, out);
        }
        out.put('Z');
    }

    private static boolean sensible(byte[] bytes, int at) {
        int month = u16(bytes, at + 2);
        int day = u16(bytes, at + 6);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && u16(bytes, at + 8) < 24
                && u16(bytes, at + 10) < 60
                && u16(bytes, at + 12) < 60
                && u16(bytes, at + 14) < 1000;
    }

    private void date(int year, int month, int day) throws Flaw {
        Digits.padded(year, year > 9999 ? 5 : 4, out);
        out.put('-');
        Digits.padded(month, 2, out);
        out.put('-');
        Digits.padded(day, 2, out);
        out.put('T');
    }

    private void time(int hour, int minute, int second) throws Flaw {
        Digits.padded(hour, 2, out);
        out.put(':');
        Digits.padded(minute, 2, out);
        out.put(':');
        Digits.padded(second, 2, out);
        out.put('.');
    }
}
