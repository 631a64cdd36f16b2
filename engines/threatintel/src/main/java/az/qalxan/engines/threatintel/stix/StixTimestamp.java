package az.qalxan.engines.threatintel.stix;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A timestamp of STIX (§2.16): UTC, as many digits of the second as were written. Two are equal
 * when they mean the same moment.
 *
 * @param second since 1970, the second 60 counted as the next one
 * @param fraction digits after the point without zeros at the end
 * @param digits how many were written
 */
public record StixTimestamp(long second, String fraction, int digits)
        implements Comparable<StixTimestamp> {

    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_END = 19;

    /** The moment, when the text is {@code YYYY-MM-DDTHH:mm:ss[.s+]Z}. */
    public static Optional<StixTimestamp> of(String text) {
        if (!formed(text)) {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean leap = second == 60 && hour == 23 && minute == 59;
        if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        if (second > 59 && !leap || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        long days = daysSince1970(year, month, day);
        long seconds = days * 86_400 + hour * 3600L + minute * 60L + second;
        int digits = Math.max(0, text.length() - SECONDS_END - 2);
        return Optional.of(new StixTimestamp(seconds, fraction(text), digits));
    }

    /** What is past the nanosecond is cut off. */
    public Instant instant() {
        String nanos = (fraction + "000000000").substring(0, NANO_DIGITS);
        return Instant.ofEpochSecond(second, Integer.parseInt(nanos));
    }

    /** The moment as STIX writes it, with three digits of the second or as many as it needs. */
    public static String text(Instant instant) {
        String digits = "%09d".formatted(instant.getNano());
        int length = NANO_DIGITS;
        while (length > 3 && digits.charAt(length - 1) == '0') {
            length--;
        }
        String whole = instant.atOffset(ZoneOffset.UTC).toLocalDateTime().withNano(0).toString();
        String seconds = whole.length() == 16 ? whole + ":00" : whole;
        return seconds + '.' + digits.substring(0, length) + 'Z';
    }

    /** Days by the civil calendar, as java.time reckons them, without its objects. */
    private static long daysSince1970(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private static boolean formed(String text) {
        int length = text.length();
        if (length < 20 || text.charAt(length - 1) != 'Z' || !separated(text)) {
            return false;
        }
        for (int i = 0; i < SECONDS_END; i++) {
            if (i != 4 && i != 7 && i != 10 && i != 13 && i != 16 && !digit(text.charAt(i))) {
                return false;
            }
        }
        if (length == 20) {
            return true;
        }
        for (int i = SECONDS_END + 1; i < length - 1; i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return length > 21 && text.charAt(SECONDS_END) == '.';
    }

    private static boolean separated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static String fraction(String text) {
        int end = text.length() - 1;
        while (end > SECONDS_END + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end <= SECONDS_END + 1 ? "" : text.substring(SECONDS_END + 1, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StixTimestamp that
                && second == that.second
                && fraction.equals(that.fraction);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(second) + fraction.hashCode();
    }

    @Override
    public int compareTo(StixTimestamp other) {
        int bySecond = Long.compare(second, other.second);
        return bySecond != 0 ? bySecond : fraction.compareTo(other.fraction);
    }
}
