package az.qalxan.monitoring.criterion;

import java.util.Locale;

/** How grave an incident is; message key {@code incident.severity.<code>}. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    /** A critical case: a human is called. */
    CRITICAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Severity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
