package az.qalxan.cooperation.paper;

import az.qalxan.database.Sha256;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The key that signs papers, with its certificate and those above it.
 *
 * @param trial whether this installation made it itself
 */
record SigningKey(PrivateKey secret, List<X509Certificate> chain, boolean trial) {

    SigningKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    boolean usableAt(Instant moment) {
        return !moment.isBefore(certificate().getNotBefore().toInstant())
                && !moment.isAfter(certificate().getNotAfter().toInstant());
    }

    Papers.Signer signer(Instant now) {
        return new Papers.Signer(
                certificate().getSubjectX500Principal().getName(),
                certificate().getNotAfter().toInstant(),
                fingerprint(certificate()),
                trial,
                usableAt(now));
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no encoding", e);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate().getSubjectX500Principal().getName() + "]";
    }
}
