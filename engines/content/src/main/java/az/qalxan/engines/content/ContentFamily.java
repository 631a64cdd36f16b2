package az.qalxan.engines.content;

import java.util.Locale;

/** What a file is for, coarsely: what decides how people look at it. */
public enum ContentFamily {
    MAIL,
    MAILBOX,
    ARCHIVE,
    PICTURE,
    SOUND,
    FILM,
    DOCUMENT,
    TEXT,
    BROWSER,
    MESSAGES,
    DATABASE,
    EVENT_LOG,
    REGISTRY,
    TRACE,
    DISK,
    MEMORY,
    NETWORK,
    PROGRAM,
    OTHER;

    /** The name in data files and message keys, such as {@code event-log}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ContentFamily of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
