package az.qalxan.engines.linking;

import java.util.Locale;

/** The kinds of identifier that are looked for in a report. */
public enum IdentifierKind {
    PHONE,
    IBAN,
    CARD,
    WALLET,
    DOMAIN,
    URL,
    EMAIL,
    IP,
    HANDLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Lower-case name for files, commands and interfaces, for example {@code phone}. */
    public String code() {
        return code;
    }
}
