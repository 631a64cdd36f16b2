package az.qalxan.transmission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Our own keys of secure e-mail: their public parts, and the next one. */
public interface MailKeys {

    /**
     * A key of ours as partners get it.
     *
     * @param usage smime or openpgp; message key {@code transmission.usage.<usage>}
     * @param fingerprint SHA-256 of the certificate, or the OpenPGP fingerprint
     * @param text the public part: a certificate in PEM, or an armoured OpenPGP key
     * @param signs whether it signs what goes out; the others open what still comes for them
     */
    record Shown(
            String usage,
            String fingerprint,
            Instant from,
            Instant until,
            String text,
            boolean signs) {}

    /** All of them, those that sign first. */
    List<Shown> own();

    /**
     * An armoured OpenPGP signature beside the content (RFC 9580, 5.2), by the key that signs
     * today.
     */
    String signatureOf(byte[] content);

    /** Makes the next key of that usage; empty when there is no such usage. */
    Optional<Shown> roll(String usage);
}
