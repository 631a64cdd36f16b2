package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one victim gets of a decision.
 *
 * @param state pending, paid or cancelled
 * @param document what proves the payment, or why it was cancelled; empty while it is pending
 * @param endedAt when it was paid or cancelled; null while it is pending
 */
record ReturnShare(
        UUID id,
        UUID decision,
        ReportId report,
        String reference,
        Money amount,
        String state,
        String document,
        Instant decidedAt,
        @Nullable Instant endedAt) {

    boolean pending() {
        return state.equals("pending");
    }

    boolean paid() {
        return state.equals("paid");
    }
}
