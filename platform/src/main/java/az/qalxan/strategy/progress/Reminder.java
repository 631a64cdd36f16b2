package az.qalxan.strategy.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * That a body was reminded of a reporting date.
 *
 * @param ahead how long before
 * @param address where it went; empty when the directory has no address of the body
 * @param measures of which the body had said nothing since the reporting date before
 * @param missed whether it should have gone while the program was down
 * @param state handed (to the mail), sent, failed, on-page (no address); message key {@code
 *     progress.reminder.<state>}
 * @param detail what went wrong; message key {@code transmission.mail.trouble.<detail>}
 */
record Reminder(
        UUID id,
        LocalDate dueOn,
        Period ahead,
        String body,
        String address,
        Instant at,
        List<String> measures,
        boolean missed,
        String state,
        String detail) {

    Reminder {
        measures = List.copyOf(measures);
    }
}
