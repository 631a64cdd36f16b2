package az.qalxan.cooperation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as a message brings it, in the fields of the T-CY forms; what is not known is empty.
 *
 * @param kind for example {@code preservation}; message key {@code duty.kind.<kind>}
 * @param state ISO 3166-1 alpha-2 of whoever asks
 * @param authority that asks
 * @param zone where its clocks stand, as the tz database writes it; empty when it does not say
 * @param reference its own number
 * @param handling TLP marking, for example {@code AMBER_STRICT}; empty for the usual one
 * @param receivedAt when the message arrived; null for now
 */
public record IncomingRequest(
        String kind,
        String state,
        String authority,
        String zone,
        String reference,
        String person,
        String email,
        String phone,
        String address,
        String offence,
        String facts,
        String data,
        String custodian,
        String necessity,
        boolean emergency,
        String handling,
        @Nullable Instant receivedAt) {}
