package az.qalxan.strategy.swot;

import java.util.Locale;

/** A field of the picture; message key {@code swot.field.<code>}. */
enum Field {
    STRENGTH,
    WEAKNESS,
    OPPORTUNITY,
    THREAT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Field of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
