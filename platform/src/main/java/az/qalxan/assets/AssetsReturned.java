package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Says, in the same transaction, that a victim was paid.
 *
 * @param number the freeze that held the money
 * @param report the victim's report
 * @param body which body decided
 * @param frozenAt since when the money had been held
 * @param returnedAt when it was paid
 */
public record AssetsReturned(
        String number,
        ReportId report,
        String body,
        BigDecimal amount,
        String currency,
        Instant frozenAt,
        Instant returnedAt) {}
