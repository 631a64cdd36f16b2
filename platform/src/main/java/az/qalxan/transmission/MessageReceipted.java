package az.qalxan.transmission;

import java.time.Instant;
import java.util.UUID;

/**
 * The peer's signed receipt for a message of ours is here. Published inside the transaction that
 * stores the receipt.
 *
 * @param id the message's
 * @param takenAt when the peer took it, by the peer's clock
 * @param digest SHA-256 of the message, as both ledgers hold it, in hexadecimal digits
 */
public record MessageReceipted(Correspondence with, UUID id, Instant takenAt, String digest) {}
