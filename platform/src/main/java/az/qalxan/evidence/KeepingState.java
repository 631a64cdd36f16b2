package az.qalxan.evidence;

import java.util.Locale;

/** Whether an exhibit is in somebody's keeping. */
public enum KeepingState {
    KEPT,
    /** The lawful owner uses it for a time. */
    LENT,
    /** It went back to its lawful owner. */
    RETURNED,
    /** It was destroyed or disposed of by decision. */
    DISPOSED;

    /** The name in the database; message key {@code evidence.state.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeepingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
