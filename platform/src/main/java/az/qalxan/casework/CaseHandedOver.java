package az.qalxan.casework;

import java.time.Instant;

/**
 * Says, in the same transaction, that a case and its reports went to another body.
 *
 * @param decision the number of the decision
 */
public record CaseHandedOver(
        CaseNumber number,
        String decision,
        String from,
        String to,
        Instant offeredAt,
        Instant at,
        boolean restricted) {}
