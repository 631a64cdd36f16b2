package az.qalxan.transmission;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A public key of a peer, or of whoever reads an e-mail address.
 *
 * @param owner a peer's code, or an address in lower case
 * @param fingerprint SHA-256 of {@code material}
 * @param keyId the OpenPGP key id, or the certificate's serial number
 * @param material a certificate in DER, or an OpenPGP key
 * @param state proposed, in-force, ended or dropped; key {@code transmission.key.<state>}
 */
public record PartnerKey(
        String owner,
        String fingerprint,
        KeyUsage usage,
        String keyId,
        String subject,
        byte[] material,
        Instant from,
        Instant until,
        String state,
        Origin origin) {

    /** How it came here: entered by two people, or announced by the key of that fingerprint. */
    public record Origin(
            String enteredBy,
            String enterer,
            Instant enteredAt,
            String announcedBy,
            String decider) {}

    public boolean inForce() {
        return state.equals("in-force");
    }

    /** Whether it may be used at that moment. */
    public boolean usable(Instant at) {
        return inForce() && !at.isBefore(from) && at.isBefore(until);
    }

    public boolean ended(Instant at) {
        return !at.isBefore(until);
    }

    /** The certificate, when it is one. */
    public Optional<X509Certificate> certificate() {
        return usage == KeyUsage.OPENPGP ? Optional.empty() : Certificates.read(material);
    }
}
