package az.qalxan.transmission;

import java.util.UUID;

/**
 * The peer refuses a message for good, with its signature, or a person took it back. Published
 * inside the transaction that says so.
 *
 * @param reason message key {@code transmission.refusal.<reason>}
 */
public record MessageFailed(Correspondence with, UUID id, String reason) {}
