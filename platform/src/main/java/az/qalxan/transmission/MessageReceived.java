package az.qalxan.transmission;

import java.time.Instant;
import java.util.UUID;

/**
 * A peer's message is taken. Published inside the transaction that takes it: what a listener stores
 * is stored with it, once, and what a listener throws leaves the message with its sender, who tries
 * again.
 *
 * @param signedBy the fingerprint of the peer's key that signed it
 */
public record MessageReceived(
        Correspondence with,
        String kind,
        UUID id,
        Contents contents,
        Instant at,
        String signedBy) {}
