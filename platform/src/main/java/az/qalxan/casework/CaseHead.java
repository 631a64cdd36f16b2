package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * What every case has, whatever its state.
 *
 * @param restricted whether only named members see it
 * @param version counts changes; a change that read an older version is refused
 */
record CaseHead(
        UUID id,
        CaseNumber number,
        String title,
        BodyCode body,
        Handling handling,
        boolean restricted,
        Instant openedAt,
        int version) {}
