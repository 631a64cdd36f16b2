package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A key pair of this instance.
 *
 * @param number 1 for the first of its usage, then one more for each that follows
 */
public record OwnKey(
        KeyUsage usage, int number, PrivateKey privateKey, X509Certificate certificate) {

    /** SHA-256 of the certificate in DER. */
    public String fingerprint() {
        return Sha256.of(der());
    }

    /** The certificate in PEM. */
    public String pem() {
        return Certificates.pem(certificate);
    }

    byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("our own certificate cannot be written", e);
        }
    }

    Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    String alias() {
        return usage.code() + "-" + number;
    }
}
