package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting decided.
 *
 * @param measures codes of the measures that it is about
 * @param until the day by which it is looked at again; null if there is none
 * @param reverses number of the decision that it takes back; null if none
 * @param reversedBy number of the decision that took it back; null while it stands
 * @param handling the marking of its meeting
 */
record Decision(
        UUID id,
        long number,
        UUID meeting,
        long meetingNumber,
        UUID item,
        @Nullable UUID vote,
        Words words,
        List<String> measures,
        @Nullable LocalDate until,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        Handling handling,
        Instant at) {

    Decision {
        measures = List.copyOf(measures);
    }

    boolean stands() {
        return reversedBy == null;
    }

    boolean ranOut(LocalDate today) {
        return stands() && until != null && until.isBefore(today);
    }
}
