package az.qalxan.access;

import java.util.Locale;

/** A module whose records the access matrix guards. */
public enum GuardedModule {
    DIRECTORY,
    /** Contact points abroad, a part of the directory with readers of its own. */
    CONTACT,
    ACCESS,
    AUDIT,
    LEDGER,
    LAW,
    COOPERATION,
    TRANSMISSION,
    REPORTING,
    DECONFLICTION,
    SERIES,
    CASEWORK,
    EVIDENCE,
    ASSETS,
    OPERATORS,
    MONITORING,
    /** Incidents, a part of monitoring with readers of its own. */
    INCIDENT,
    /** Knowledge of threats that CERTs exchange. */
    EXCHANGE,
    /** Notices to owners of networks, a part of the exchange with readers of its own. */
    NOTICE,
    /** Early warnings, a part of the exchange with senders and readers of its own. */
    WARNING,
    /** Security advisories and the products they are about, a part of the exchange. */
    ADVISORY,
    STATISTICS,
    STRATEGY,
    /** Meetings of the commission, a part of the strategy with readers of its own. */
    COMMISSION;

    /** The name in the matrix; of a module it is its PostgreSQL schema's too. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
