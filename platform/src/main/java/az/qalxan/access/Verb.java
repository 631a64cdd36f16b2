package az.qalxan.access;

import java.util.Locale;

/** What a right allows to do with a module's records. */
public enum Verb {
    READ,
    CREATE,
    UPDATE,
    DECIDE,
    EXPORT,
    ADMINISTER;

    /** The name in the matrix; message key {@code verb.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
