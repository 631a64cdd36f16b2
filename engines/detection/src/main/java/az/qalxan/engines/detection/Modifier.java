package az.qalxan.engines.detection;

import java.util.Locale;
import java.util.Optional;

/** The modifiers of Sigma 2.1.0 ("Modifiers"), with the longer names that pySigma also reads. */
enum Modifier {
    CONTAINS,
    STARTSWITH,
    ENDSWITH,
    ALL,
    CASED,
    RE,
    IGNORECASE,
    MULTILINE,
    DOTALL,
    BASE64,
    BASE64OFFSET,
    UTF16LE,
    UTF16BE,
    UTF16,
    WINDASH,
    CIDR,
    FIELDREF,
    EXISTS,
    EXPAND,
    GT,
    GTE,
    LT,
    LTE,
    NEQ,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    static Optional<Modifier> named(String name) {
        return switch (name) {
            case "i" -> Optional.of(IGNORECASE);
            case "m" -> Optional.of(MULTILINE);
            case "s" -> Optional.of(DOTALL);
            case "wide" -> Optional.of(UTF16LE);
            default -> {
                for (Modifier one : values()) {
                    if (one.word().equals(name)) {
                        yield Optional.of(one);
                    }
                }
                yield Optional.empty();
            }
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
