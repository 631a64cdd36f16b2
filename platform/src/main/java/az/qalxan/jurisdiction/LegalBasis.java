package az.qalxan.jurisdiction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a legal fact of the pack rests on, and when it holds.
 *
 * @param validFrom the first day; null when the day was not read
 * @param validTo the last day; null while it holds
 * @param verified whether number and content were read in the source
 */
public record LegalBasis(
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean verified,
        Words source) {

    /** Whether it holds on that day, as far as the pack knows. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }
}
