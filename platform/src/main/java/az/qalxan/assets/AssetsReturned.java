package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Says, in the same transaction, that a victim was paid.
 *
 * @param number the freeze that held the money
 * @param share the share of the decision that was paid
 * @param report the victim's report
 * @param body which body decided
 * @param frozenAt since when the money had been held
 * @param returnedAt when it was paid
 */
public record AssetsReturned(
        String number,
        UUID share,
        ReportId report,
        String body,
        BigDecimal amount,
        String currency,
        Instant frozenAt,
        Instant returnedAt) {}
