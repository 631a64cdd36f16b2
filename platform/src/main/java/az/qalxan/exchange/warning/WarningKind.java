package az.qalxan.exchange.warning;

import java.util.Locale;

/** What a warning does. */
enum WarningKind {
    ALERT,
    /** Says anew what an earlier one said wrongly. */
    CORRECTION,
    /** Says that what an earlier one warned of is over. */
    ALL_CLEAR;

    /** Message key {@code warning.kind.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WarningKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
