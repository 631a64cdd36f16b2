package az.qalxan.casework;

import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says, in the same transaction, that a party of a case got a procedural status or lost it; names
 * nobody.
 *
 * @param kind {@code person} or {@code organisation}
 * @param report the report that the party was entered from; null for none
 * @param status code of the country pack's status
 * @param since the first day
 * @param until the last day; null when the status begins
 */
public record PartyStatusChanged(
        CaseNumber number,
        String body,
        UUID party,
        String kind,
        @Nullable ReportId report,
        String status,
        LocalDate since,
        @Nullable LocalDate until,
        Instant at,
        boolean restricted) {}
