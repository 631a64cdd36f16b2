package az.qalxan.operators;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an order asks about.
 *
 * @param format the name of TS 103 280, for example InternationalE164; Other for the rest
 */
record Identifier(String format, String value) {

    /** Identifiers of one order. */
    static final int COUNT_MAX = 50;

    static final String OTHER = "Other";

    /** The formats that a person can choose; message key {@code operators.format.<name>}. */
    static final List<String> FORMATS =
            List.of(
                    "InternationalE164",
                    "IPv4Address",
                    "IPv6Address",
                    "InternationalizedEmailAddress",
                    "IMSI",
                    "IMEI",
                    OTHER);

    private static final int CHARS_MAX = 500;
    private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");
    private static final Pattern IPV4 =
            Pattern.compile(
                    "((25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])\\.){3}"
                            + "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-f]{4}:){7}[0-9a-f]{4}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,120}@[^\\s@]{1,120}");

    /** As the standard writes it; empty when the value is no such identifier. */
    static Optional<Identifier> read(String format, String typed) {
        String plain = typed.strip();
        String value =
                switch (format) {
                    case "InternationalE164" -> plain.replaceAll("[+\\s()-]", "");
                    case "IMSI", "IMEI" -> plain.replaceAll("[\\s-]", "");
                    case "IPv6Address" -> Ipv6.whole(plain);
                    default -> plain;
                };
        boolean fits =
                switch (format) {
                    case "InternationalE164" -> PHONE.matcher(value).matches();
                    case "IMSI" -> value.matches("[0-9]{6,15}");
                    case "IMEI" -> value.matches("[0-9]{14}");
                    case "IPv4Address" -> IPV4.matcher(value).matches();
                    case "IPv6Address" -> IPV6.matcher(value).matches();
                    case "InternationalizedEmailAddress" -> EMAIL.matcher(value).matches();
                    default -> !value.isEmpty() && value.length() <= CHARS_MAX;
                };
        return FORMATS.contains(format) && fits
                ? Optional.of(new Identifier(format, value))
                : Optional.empty();
    }
}
