package az.qalxan.exchange.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning at one body.
 *
 * @param state waiting, portal (no address is known), queued, sent or unreached; key {@code
 *     warning.reach.<state>}
 * @param level how often it went further for want of an acknowledgement
 */
record WarningDelivery(
        UUID id,
        UUID warning,
        String toBody,
        String state,
        Instant madeAt,
        @Nullable Instant dueAt,
        int level,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant acknowledgedAt,
        String acknowledgedBy,
        String words) {

    boolean acknowledged() {
        return acknowledgedAt != null;
    }

    /** Somebody has to call: no mail reaches it or it was told often enough. */
    boolean toCall() {
        return acknowledgedAt == null
                && (state.equals("portal") || state.equals("unreached") || level > 1);
    }
}
