package az.qalxan.print;

import java.time.Instant;

/**
 * The key that signs papers now.
 *
 * @param subject whose key the certificate says it is
 * @param until the last moment of the certificate
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param trial whether this installation made the key itself, so that it proves nothing
 * @param usable whether papers can be signed at this moment
 */
public record Signer(
        String subject, Instant until, String fingerprint, boolean trial, boolean usable) {}
