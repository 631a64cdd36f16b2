package az.qalxan.statistics;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure that can be asked for; message keys {@code figure.<code>.title} and {@code .meaning}.
 */
enum FigureName {
    /** Reports over time. */
    TIME("line"),
    /** Reports by category. */
    CATEGORY("bar"),
    /** Reports by region. */
    REGION("map"),
    /** Reports by the way they came in. */
    CHANNEL("bar"),
    /** Money lost by category, in the country's currency. */
    LOSS("bar"),
    /** How long reporters waited for a first answer. */
    ANSWER("bar"),
    /** Where reports stand. */
    STATE("bar");

    private final String kind;

    FigureName(String kind) {
        this.kind = kind;
    }

    /** How it is drawn: line, bar or map. */
    String kind() {
        return kind;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FigureName> of(String code) {
        for (FigureName name : values()) {
            if (name.code().equals(code)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
