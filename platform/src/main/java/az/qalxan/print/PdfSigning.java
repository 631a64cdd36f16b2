package az.qalxan.print;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/** Signs a PDF file as PAdES baseline B (ETSI EN 319 142-1). */
public final class PdfSigning {

    /** Room in the file for the signature with its certificates. */
    private static final int SIGNATURE_BYTES_MAX = 16_384;

    private final SigningKey key;
    private final PAdESService service;

    public PdfSigning(SigningKey key) {
        this(key, new CommonCertificateVerifier());
    }

    /** Signs where the verifier lets it. */
    public PdfSigning(SigningKey key, CertificateVerifier verifier) {
        this.key = key;
        this.service = new PAdESService(verifier);
    }

    public SigningKey key() {
        return key;
    }

    /** The file with the signature at its end; nothing before it is touched. */
    public byte[] sign(byte[] pdf, Instant now) {
        PAdESSignatureParameters how = parameters(now);
        DSSDocument document = new InMemoryDocument(pdf);
        ToBeSigned toSign = service.getDataToSign(document, how);
        DSSDocument signed =
                service.signDocument(
                        document, how, key.value(toSign.getBytes(), how.getDigestAlgorithm()));
        try (InputStream in = signed.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a signed file in memory cannot be read", e);
        }
    }

    private PAdESSignatureParameters parameters(Instant now) {
        PAdESSignatureParameters how = new PAdESSignatureParameters();
        how.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.setSigningCertificate(new CertificateToken(key.certificate()));
        how.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toArray(CertificateToken[]::new));
        how.bLevel().setSigningDate(Date.from(now));
        how.setContentSize(SIGNATURE_BYTES_MAX);
        return how;
    }
}
