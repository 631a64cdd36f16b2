package az.qalxan.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to be done in a case by a moment.
 *
 * @param clock ceiling (may not run longer), floor (may not end before) or target
 * @param state open, done or cancelled
 */
public record CaseTask(
        UUID id,
        CaseNumber number,
        String caseTitle,
        String title,
        String clock,
        Instant dueAt,
        String account,
        String assignee,
        String state) {

    boolean open() {
        return state.equals("open");
    }

    /**
     * Whether its moment has passed while it is open; a floor that has passed is what was awaited.
     */
    boolean overdue(Instant now) {
        return open() && !clock.equals("floor") && dueAt.isBefore(now);
    }
}
