package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * Where reports of trouble come from.
 *
 * @param usualType of the taxonomy, for lines that say none; may be empty
 * @param atOnce whether owners are told at once, not once a day
 */
record Feed(
        UUID id,
        String body,
        Handling handling,
        String name,
        String usualType,
        boolean atOnce,
        Instant openedAt,
        boolean open) {}
