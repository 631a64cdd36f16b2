package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says, in the same transaction, that an organisation holds money.
 *
 * @param report the report whose money it is; null when the freeze belongs to a case
 * @param caseNumber the case; empty when the freeze belongs to a report
 * @param body on whose request
 * @param requestedAt when the request went out
 * @param frozenAt since when the money is held
 */
public record AssetsFrozen(
        String number,
        @Nullable ReportId report,
        String caseNumber,
        String body,
        BigDecimal amount,
        String currency,
        Instant requestedAt,
        Instant frozenAt) {}
