package az.qalxan.casework.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a party had a procedural status.
 *
 * @param status code of the country pack's status
 * @param until the last day; null while it lasts
 * @param ground why, in law
 * @param decision the decision's number and day; may be empty
 * @param author who set it
 */
record PartyStatus(
        UUID id,
        String status,
        LocalDate since,
        @Nullable LocalDate until,
        String ground,
        String decision,
        Instant setAt,
        String author,
        String ender,
        String endedReason) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
