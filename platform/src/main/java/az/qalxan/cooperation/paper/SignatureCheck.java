package az.qalxan.cooperation.paper;

import az.qalxan.cooperation.paper.PaperSignature.State;
import az.qalxan.print.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Judges the one signature of a paper: whether it is right and covers every byte of the file. */
final class SignatureCheck {

    private static final int CMS_BYTES_MAX = 200_000;
    private static final int RANGE = 4;
    private static final DateTimeFormatter PDF_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private SignatureCheck() {}

    static PaperSignature of(PdfLite pdf, byte[] file) {
        List<Map<String, Object>> signatures = signatures(pdf);
        if (signatures.isEmpty()) {
            return PaperSignature.without(State.ABSENT);
        }
        if (signatures.size() > 1) {
            return PaperSignature.without(State.UNREADABLE);
        }
        return check(pdf, signatures.getFirst(), file);
    }

    private static List<Map<String, Object>> signatures(PdfLite pdf) {
        Map<String, Object> form = pdf.dictionary(pdf.root().get("AcroForm")).orElse(Map.of());
        return pdf.array(form.get("Fields")).stream()
                .limit(RANGE)
                .flatMap(field -> pdf.dictionary(field).stream())
                .filter(field -> new PdfLite.Name("Sig").equals(pdf.resolve(field.get("FT"))))
                .flatMap(field -> pdf.dictionary(field.get("V")).stream())
                .toList();
    }

    private static PaperSignature check(PdfLite pdf, Map<String, Object> signature, byte[] file) {
        Optional<PdfLite.Text> cms = pdf.text(signature.get("Contents"));
        List<Long> range =
                pdf.array(signature.get("ByteRange")).stream()
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .toList();
        if (cms.isEmpty() || cms.get().bytes().length > CMS_BYTES_MAX || range.size() != RANGE) {
            return PaperSignature.without(State.UNREADABLE);
        }
        long gap = range.get(1);
        long rest = range.get(2);
        long size = range.get(3);
        if (range.get(0) != 0
                || gap != cms.get().from()
                || rest != cms.get().until()
                || size < 0
                || size > file.length - rest) {
            return PaperSignature.without(State.CHANGED);
        }
        byte[] signed = new byte[(int) (gap + size)];
        System.arraycopy(file, 0, signed, 0, (int) gap);
        System.arraycopy(file, (int) rest, signed, (int) gap, (int) size);
        boolean whole = rest + size == file.length;
        return judge(signed, cms.get().bytes(), whole, time(pdf, signature));
    }

    private static PaperSignature judge(
            byte[] signed, byte[] cms, boolean whole, @Nullable Instant at) {
        try {
            CMSSignedData data =
                    new CMSSignedData(new CMSProcessableByteArray(signed), content(cms));
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return PaperSignature.without(State.UNREADABLE);
            }
            SignerInformation signer = signers.iterator().next();
            Collection<X509CertificateHolder> matching =
                    data.getCertificates().getMatches(null).stream()
                            .filter(one -> signer.getSID().match(one))
                            .toList();
            if (matching.isEmpty()) {
                return PaperSignature.without(State.UNREADABLE);
            }
            X509Certificate certificate =
                    new JcaX509CertificateConverter().getCertificate(matching.iterator().next());
            return new PaperSignature(
                    state(signer, certificate, whole, at),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    SigningKey.fingerprint(certificate),
                    at);
        } catch (CMSException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            return PaperSignature.without(State.UNREADABLE);
        }
    }

    /** Behind the signature the room that was kept for it is filled with zeros. */
    private static ContentInfo content(byte[] cms) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(cms)) {
            ContentInfo content = ContentInfo.getInstance(in.readObject());
            for (byte rest : in.readAllBytes()) {
                if (rest != 0) {
                    throw new IOException("something is hidden behind the signature");
                }
            }
            return content;
        }
    }

    private static State state(
            SignerInformation signer,
            X509Certificate certificate,
            boolean whole,
            @Nullable Instant at)
            throws OperatorCreationException, CMSException {
        // The bare key is used: the validity of the certificate is judged below, by the paper's
        // time
        try {
            if (!signer.verify(
                    new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
                return State.CHANGED;
            }
        } catch (CMSSignerDigestMismatchException e) {
            return State.CHANGED;
        }
        if (!whole) {
            return State.PARTIAL;
        }
        if (at == null
                || at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            return State.EXPIRED;
        }
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                ? State.TRIAL
                : State.SOUND;
    }

    /** {@code D:20261127021500Z} or with an offset such as {@code +04'00'}. */
    private static @Nullable Instant time(PdfLite pdf, Map<String, Object> signature) {
        String text =
                pdf.text(signature.get("M"))
                        .map(one -> new String(one.bytes(), StandardCharsets.ISO_8859_1))
                        .orElse("");
        if (!text.startsWith("D:") || text.length() < 16) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text.substring(2, 16), PDF_TIME);
            String offset = text.substring(16).replace("'", "");
            return local.toInstant(
                    offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
