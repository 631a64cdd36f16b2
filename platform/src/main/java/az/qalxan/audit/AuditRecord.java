package az.qalxan.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A stored record of an act.
 *
 * @param sequence its place in the order of writing
 * @param account who acted: an account, a program, a job, or empty for a visitor
 * @param roles by which roles
 */
record AuditRecord(
        long sequence,
        Instant at,
        String act,
        AuditSubject subject,
        String account,
        String body,
        List<String> roles,
        Map<String, String> circumstances) {

    AuditRecord {
        roles = List.copyOf(roles);
        circumstances = Map.copyOf(circumstances);
    }
}
