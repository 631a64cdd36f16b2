package az.qalxan.reporting;

import java.util.Locale;

/** The way by which a report came in; message key {@code channel.<code>}. */
public enum Channel {
    /** The public form. */
    WEB,
    /** A body's or organisation's program. */
    API,
    /** A file of many reports. */
    BULK,
    /** A call written down by a body. */
    PHONE,
    /** A service centre where citizens go in person. */
    ASAN;

    /** The name in files, addresses and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
