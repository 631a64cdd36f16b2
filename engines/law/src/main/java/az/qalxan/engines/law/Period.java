package az.qalxan.engines.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Valid time: from the first day on, up to but without the last.
 *
 * @param from null for always until then
 * @param until null while nobody knows an end
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

    public static final Period ALWAYS = new Period(null, null);

    public Period {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "a period ends after it begins, not " + from + " to " + until);
        }
    }

    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
