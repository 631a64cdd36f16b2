package az.qalxan.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a register tells; its words are the messages {@code register.<name>} and {@code
 * register.<name>.means}.
 *
 * @param name as formulas write it, for example {@code reporting.received}
 * @param whole the figure of which it counts a part; null for none. Neither the part nor the rest
 *     of a figure that is shown may be small
 * @param guarded whether few records behind it could point at a person
 * @param right without which the records behind it are not listed, for example {@code
 *     reporting:read}
 */
public record RegisterFigure(
        String name, Unit unit, @Nullable String whole, boolean guarded, String right) {

    /** What a value is measured in; message key {@code figure.unit.<code>}. */
    public enum Unit {
        COUNT,
        HOURS,
        MINUTES,
        /** The country's currency. */
        MONEY,
        PERCENT,
        /** So many for each one. */
        RATIO;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Unit of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** So many records, of people's affairs. */
    public static RegisterFigure count(String name, String right) {
        return new RegisterFigure(name, Unit.COUNT, null, true, right);
    }

    /** Something that is measured of records of people's affairs. */
    public static RegisterFigure measured(String name, Unit unit, String right) {
        return new RegisterFigure(name, unit, null, true, right);
    }

    /** Counts a part of what another one counts. */
    public RegisterFigure partOf(String other) {
        return new RegisterFigure(name, unit, other, guarded, right);
    }

    /** Points at nobody, however few. */
    public RegisterFigure open() {
        return new RegisterFigure(name, unit, whole, false, right);
    }

    /** The register that tells it. */
    public String register() {
        return name.substring(0, name.indexOf('.'));
    }
}
