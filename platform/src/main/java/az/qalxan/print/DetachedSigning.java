package az.qalxan.print;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/**
 * Signs bytes that stay where they are, as CAdES baseline B (ETSI EN 319 122-1); {@code openssl cms
 * -verify} reads it as well.
 */
public final class DetachedSigning {

    private final SigningKey key;
    private final CAdESService service = new CAdESService(new CommonCertificateVerifier());

    public DetachedSigning(SigningKey key) {
        this.key = key;
    }

    public SigningKey key() {
        return key;
    }

    /** The signature alone, a CMS file in DER. */
    public byte[] sign(byte[] bytes, Instant now) {
        CAdESSignatureParameters how = parameters(now);
        DSSDocument document = new InMemoryDocument(bytes);
        ToBeSigned toSign = service.getDataToSign(document, how);
        DSSDocument signature =
                service.signDocument(
                        document, how, key.value(toSign.getBytes(), how.getDigestAlgorithm()));
        try (InputStream in = signature.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a signature in memory cannot be read", e);
        }
    }

    private CAdESSignatureParameters parameters(Instant now) {
        CAdESSignatureParameters how = new CAdESSignatureParameters();
        how.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        how.setSignaturePackaging(SignaturePackaging.DETACHED);
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.setSigningCertificate(new CertificateToken(key.certificate()));
        how.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toArray(CertificateToken[]::new));
        how.bLevel().setSigningDate(Date.from(now));
        return how;
    }
}
