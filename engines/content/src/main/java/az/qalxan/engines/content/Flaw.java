package az.qalxan.engines.content;

import java.util.Locale;

/** Why a part was not read, or not wholly: nothing is left out silently. */
public enum Flaw {
    DAMAGED,
    ENCRYPTED,
    NOT_READABLE,
    TOO_LARGE,
    TOO_DEEP,
    TOO_MANY,
    TOO_DENSE,
    NAME_LEAVES_FOLDER,
    TEXT_CUT,
    MOMENTS_CUT,
    TIME_OVER,
    MEMORY_OVER,
    STOPPED;

    /** The name in message keys, such as {@code too-deep}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
