package az.qalxan.print;

import az.qalxan.database.Sha256;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The key that signs papers, with its certificate and those above it.
 *
 * @param trial whether this installation made it itself
 */
public record SigningKey(PrivateKey secret, List<X509Certificate> chain, boolean trial) {

    public SigningKey {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public boolean usableAt(Instant moment) {
        return !moment.isBefore(certificate().getNotBefore().toInstant())
                && !moment.isAfter(certificate().getNotAfter().toInstant());
    }

    /** Whose key it is, and whether it can sign at that moment. */
    public Signer signer(Instant now) {
        return new Signer(
                certificate().getSubjectX500Principal().getName(),
                certificate().getNotAfter().toInstant(),
                fingerprint(certificate()),
                trial,
                usableAt(now));
    }

    /** The bare signature over these bytes. */
    SignatureValue value(byte[] toSign, DigestAlgorithm digest) {
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(certificate().getPublicKey()), digest);
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(secret);
            signature.update(toSign);
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    /** SHA-256 of a certificate, hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
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
