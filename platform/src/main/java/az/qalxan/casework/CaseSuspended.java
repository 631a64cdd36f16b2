package az.qalxan.casework;

import java.time.Instant;

/**
 * Says, in the same transaction, that work on a case rests.
 *
 * @param outcome code of the country pack's outcome
 */
public record CaseSuspended(
        CaseNumber number, String body, String outcome, Instant at, boolean restricted) {}
