package az.qalxan.deconfliction;

import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a body may ask another one, or watch an identifier; data of the pack.
 *
 * @param source the rule it rests on
 * @param verified whether somebody read that rule
 * @param until the last day of its force; null while it goes on
 * @param watchDaysMax for how many days an entry of a watch list may be made or prolonged
 */
record Ground(
        String code,
        Words name,
        Words source,
        boolean verified,
        LocalDate from,
        @Nullable LocalDate until,
        int watchDaysMax) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
