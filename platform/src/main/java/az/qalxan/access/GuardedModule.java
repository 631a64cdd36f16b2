package az.qalxan.access;

import java.util.Locale;

/** A module whose records the access matrix guards. */
public enum GuardedModule {
    DIRECTORY,
    ACCESS,
    AUDIT,
    REPORTING,
    DECONFLICTION,
    SERIES,
    CASEWORK,
    ASSETS,
    OPERATORS,
    STATISTICS;

    /** The module's name in the matrix and its PostgreSQL schema. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
