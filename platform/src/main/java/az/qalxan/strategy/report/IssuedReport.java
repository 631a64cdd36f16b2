package az.qalxan.strategy.report;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * The head of a report that was issued.
 *
 * @param number by which people call it
 * @param issue 1, or more for a corrected one
 * @param sha256 of what it says, hexadecimal
 * @param handling the narrowest marking of what it tells
 * @param reason why it was corrected; empty for the first
 * @param issuer the code of the body that issued it
 */
public record IssuedReport(
        UUID id,
        long number,
        ReportKey key,
        int issue,
        Instant asOf,
        String sha256,
        Handling handling,
        String reason,
        Instant issuedAt,
        String author,
        String issuer) {}
