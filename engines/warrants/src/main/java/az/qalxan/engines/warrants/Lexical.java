package az.qalxan.engines.warrants;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The simple types of TS 103 280 and XML Schema that messages use, and how each is written. */
enum Lexical implements Kind {
    SHORT_STRING(Space.KEPT, "text of at most 255 characters", ".*", 255),
    LONG_STRING(Space.KEPT, "text of at most 65535 characters", ".*", 65_535),
    ETSI_VERSION(Space.KEPT, "such as V1.12.1", "V\\p{Nd}+\\.\\p{Nd}+\\.\\p{Nd}+", 255),
    UUID(Space.COLLAPSED, "lower case, such as 7dbbc880-8750-4d3c-abe7-ea4a17646045", Form.UUID),
    COUNTRY(Space.COLLAPSED, "two capital letters", "[A-Z]{2}"),
    LIID(Space.REPLACED, "1 to 25 printable or 26 to 50 hexadecimal signs", Form.LIID),
    LDID(Space.KEPT, "country, authority and number, such as AZ-DTX-1", Form.LDID),
    MOMENT(Space.COLLAPSED, "date and time in seconds with zone", Form.MOMENT, Form::isMoment),
    EXACT_MOMENT(
            Space.COLLAPSED,
            "date and time in microseconds with zone",
            Form.EXACT_MOMENT,
            Form::isMoment),
    COUNT(Space.COLLAPSED, "a whole number from 0", "\\+?[0-9]{1,100}|-0{1,100}"),
    ORDINAL(Space.COLLAPSED, "a whole number from 1", "\\+?0{0,50}[1-9][0-9]{0,50}"),
    BOOLEAN(Space.COLLAPSED, "true, false, 1 or 0", "true|false|1|0"),
    BASE64(Space.REMOVED, "base 64", "[A-Za-z0-9+/]*={0,2}", Form::isBase64),
    ADDRESS(Space.COLLAPSED, "an address", "\\P{Cntrl}*"),
    E164(Space.COLLAPSED, "1 to 15 digits without +", "[0-9]{1,15}"),
    IMSI(Space.COLLAPSED, "6 to 15 digits", "[0-9]{6,15}"),
    IMEI(Space.COLLAPSED, "14 digits", "[0-9]{14}"),
    IMEI_CHECK_DIGIT(Space.COLLAPSED, "15 digits", "[0-9]{15}"),
    IMEI_SV(Space.COLLAPSED, "16 digits", "[0-9]{16}"),
    IPV4(Space.COLLAPSED, "four numbers to 255", Form.IPV4),
    IPV4_RANGE(Space.COLLAPSED, "such as 192.0.2.0/24", Form.IPV4 + "/([1-2]?[0-9]|3[0-2])"),
    IPV6(Space.COLLAPSED, "eight groups of four lower-case digits", Form.IPV6),
    IPV6_RANGE(
            Space.COLLAPSED,
            "eight groups and a length from 1 to 128",
            Form.IPV6 + "/([1-9][0-9]?|1[0-1][0-9]|12[0-8])"),
    MAC(Space.COLLAPSED, "six pairs of lower-case digits", "([a-f0-9]{2}:){5}[a-f0-9]{2}"),
    EMAIL(Space.KEPT, "an e-mail address", Form.EMAIL, 255),
    WIDE_EMAIL(Space.KEPT, "an e-mail address", "[^\\n\\r]+@[^\\n\\r]+", 255),
    TCP_PORT(Space.COLLAPSED, "from 2 to 65535", Form.NUMBER, text -> Form.within(text, 2)),
    UDP_PORT(Space.COLLAPSED, "from 0 to 65535", Form.NUMBER, text -> Form.within(text, 0));

    /** What becomes of white space before a value is judged (XML Schema part 2, 4.3.6). */
    private enum Space {
        KEPT,
        REPLACED,
        COLLAPSED,
        REMOVED
    }

    private final Space space;
    private final String description;
    private final Pattern pattern;
    private final int charsMax;
    private final Predicate<String> meaning;

    Lexical(Space space, String description, String pattern) {
        this(space, description, pattern, Integer.MAX_VALUE, text -> true);
    }

    Lexical(Space space, String description, String pattern, int charsMax) {
        this(space, description, pattern, charsMax, text -> true);
    }

    Lexical(Space space, String description, String pattern, Predicate<String> meaning) {
        this(space, description, pattern, Integer.MAX_VALUE, meaning);
    }

    Lexical(
            Space space,
            String description,
            String pattern,
            int charsMax,
            Predicate<String> meaning) {
        this.space = space;
        this.description = description;
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.charsMax = charsMax;
        this.meaning = meaning;
    }

    /** The value as the receiver should see it. */
    String value(String written) {
        return switch (space) {
            case KEPT -> written;
            case REPLACED -> written.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
            case COLLAPSED -> collapsed(written);
            case REMOVED -> written.replaceAll("[ \\t\\n\\r]+", "");
        };
    }

    private static String collapsed(String written) {
        return written.replaceAll("[ \\t\\n\\r]+", " ").replaceAll("^ | $", "");
    }

    boolean fits(String value) {
        return value.length() <= charsMax
                && pattern.matcher(value).matches()
                && meaning.test(value);
    }

    String description() {
        return description;
    }

    /** The patterns that are long or used twice, and what patterns cannot say. */
    private static final class Form {
        static final String UUID = "[a-f0-9]{8}-([a-f0-9]{4}-){3}[a-f0-9]{12}";
        static final String LIID = "[!-~]{1,25}|[0-9a-f]{26,50}";
        static final String LDID = "[A-Z]{2}-[^\\n\\r]+-[^\\n\\r]+";
        static final String DAY_AND_TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}";
        static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})";
        static final String MOMENT = DAY_AND_TIME + ZONE;
        static final String EXACT_MOMENT = DAY_AND_TIME + "\\.[0-9]{6}" + ZONE;
        static final String OCTET = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
        static final String IPV4 = "(" + OCTET + "\\.){3}" + OCTET;
        static final String IPV6 = "([0-9a-f]{4}:){7}[0-9a-f]{4}";
        static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
        static final String EMAIL =
                "[a-zA-Z0-9.!#$%&'*+\\\\/=?^_`{|}~-]+@" + LABEL + "(\\." + LABEL + ")*";
        static final String NUMBER = "[+-]?[0-9]{1,20}";

        private Form() {}

        static boolean isMoment(String text) {
            try {
                LocalDate day = LocalDate.parse(text.substring(0, 10));
                int hour = Integer.parseInt(text.substring(11, 13));
                int minute = Integer.parseInt(text.substring(14, 16));
                int second = Integer.parseInt(text.substring(17, 19));
                boolean endOfDay = hour == 24 && minute == 0 && text.matches(".*:00(\\.0+)?\\D.*");
                return day.getYear() > 0
                        && (hour < 24 || endOfDay && second == 0)
                        && minute < 60
                        && second < 60
                        && isZone(text.substring(text.length() - 6));
            } catch (DateTimeException e) {
                return false;
            }
        }

        private static boolean isZone(String end) {
            if (end.endsWith("Z")) {
                return true;
            }
            int hours = Integer.parseInt(end.substring(1, 3));
            int minutes = Integer.parseInt(end.substring(4, 6));
            return hours < 14 && minutes < 60 || hours == 14 && minutes == 0;
        }

        static boolean isBase64(String text) {
            if (text.length() % 4 != 0) {
                return false;
            }
            if (text.endsWith("==")) {
                return "AQgw".indexOf(text.charAt(text.length() - 3)) >= 0;
            }
            return !text.endsWith("=")
                    || "AEIMQUYcgkosw048".indexOf(text.charAt(text.length() - 2)) >= 0;
        }

        static boolean within(String number, int least) {
            long value = new java.math.BigInteger(number.replace("+", "")).longValue();
            return number.length() < 18 && value >= least && value <= 65_535;
        }
    }
}
