package az.qalxan.casework;

import java.time.Instant;

/**
 * Says, in the same transaction, that a case was closed.
 *
 * @param outcome code of the country pack's outcome
 * @param restricted whether the case is out of most people's sight: who counts for everybody waits
 */
public record CaseClosed(
        CaseNumber number,
        String body,
        String outcome,
        Instant openedAt,
        Instant at,
        boolean restricted) {}
