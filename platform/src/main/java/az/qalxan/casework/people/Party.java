package az.qalxan.casework.people;

import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a case.
 *
 * @param purpose why the name and contact are kept
 * @param report the report whose contact it was; null when it was entered by hand
 * @param struckAt when it was struck because it was entered by mistake; null while it stands
 * @param statuses every status it had, the newest first
 */
record Party(
        UUID id,
        PartyKind kind,
        String name,
        String contact,
        String purpose,
        @Nullable ReportId report,
        Instant enteredAt,
        String author,
        @Nullable Instant struckAt,
        String struckReason,
        List<PartyStatus> statuses) {

    static final int NAME_CHARS_MAX = 200;
    static final int CONTACT_CHARS_MAX = 200;
    static final int PURPOSE_CHARS_MAX = 500;

    Party {
        statuses = List.copyOf(statuses);
    }

    boolean stands() {
        return struckAt == null;
    }

    /** The statuses that it has on that day. */
    List<PartyStatus> on(LocalDate day) {
        return statuses.stream().filter(status -> status.holdsOn(day)).toList();
    }

    /** The statuses that nobody has ended. */
    List<PartyStatus> open() {
        return statuses.stream().filter(status -> status.until() == null).toList();
    }

    Optional<PartyStatus> open(String status) {
        return statuses.stream()
                .filter(one -> one.status().equals(status) && one.until() == null)
                .findFirst();
    }
}
