package az.qalxan.assets;

import java.util.Locale;

/** How a transfer came to be known. */
public enum KnownBy {
    /** The reporter's words; unverified until somebody else says so. */
    REPORTER,
    /** A bank's or an operator's answer. */
    BANK,
    /** An officer's own entry. */
    OFFICER,
    /** Read from a chain's explorer. */
    CHAIN;

    /** The name in the database; message key {@code assets.known.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The way of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static KnownBy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
