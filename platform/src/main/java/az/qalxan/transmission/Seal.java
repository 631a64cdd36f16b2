package az.qalxan.transmission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Optional;

/**
 * Signatures over exact bytes: JSON Web Signature in compact form (RFC 7515), ES256 and nothing
 * else. The type keeps a receipt from being taken for a message.
 */
final class Seal {

    static final String MESSAGE = "qalxan-message";
    static final String RECEIPT = "qalxan-receipt";
    static final String REFUSAL = "qalxan-refusal";
    static final String HELD = "qalxan-held";

    private Seal() {}

    static String sign(byte[] payload, String type, OwnKey key) {
        try {
            JWSObject signed =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .type(new JOSEObjectType(type))
                                    .keyID(key.fingerprint())
                                    .build(),
                            new Payload(payload));
            signed.sign(new ECDSASigner((ECPrivateKey) key.privateKey()));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with our own key", e);
        }
    }

    /** A signed text that is not verified yet. */
    record Claimed(JWSObject signed, String type, String keyId) {

        byte[] payload() {
            return signed.getPayload().toBytes();
        }

        /** Whether that certificate's key made the signature. */
        boolean isBy(X509Certificate certificate) {
            try {
                return certificate.getPublicKey() instanceof ECPublicKey key
                        && signed.verify(new ECDSAVerifier(key));
            } catch (JOSEException e) {
                return false;
            }
        }
    }

    /** Reads a signed text; empty when it is none, or signed by another algorithm. */
    static Optional<Claimed> read(String compact) {
        try {
            JWSObject signed = JWSObject.parse(compact);
            JWSHeader header = signed.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || header.getKeyID() == null
                    || header.getType() == null
                    || header.getCriticalParams() != null) {
                return Optional.empty();
            }
            return Optional.of(new Claimed(signed, header.getType().getType(), header.getKeyID()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
