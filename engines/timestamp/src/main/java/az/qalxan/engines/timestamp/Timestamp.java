package az.qalxan.engines.timestamp;

import az.qalxan.engines.ledger.Stamp;
import az.qalxan.engines.ledger.StampCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** Judges time stamps against certificates that are known from elsewhere. */
public final class Timestamp implements StampCheck {

    private static final int CHAIN_MAX = 8;
    private static final int GRANTED_WITH_CHANGES = 1;
    private static final Map<ASN1ObjectIdentifier, String> HASHES =
            Map.of(
                    NISTObjectIdentifiers.id_sha256, "SHA-256",
                    NISTObjectIdentifiers.id_sha384, "SHA-384",
                    NISTObjectIdentifiers.id_sha512, "SHA-512");

    private final List<X509Certificate> trusted;

    /**
     * Over these certificates.
     *
     * @param trusted roots of authorities, or their own certificates; none: every genuine stamp is
     *     of an unknown authority
     */
    public Timestamp(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Judges one stamp by these certificates. */
    public static Optional<Genuine> verify(
            byte[] covered, Stamp stamp, List<X509Certificate> trusted) {
        return new Timestamp(trusted).check(covered, stamp);
    }

    @Override
    public Optional<Genuine> check(byte[] covered, Stamp stamp) {
        try {
            TimeStampResponse response = new TimeStampResponse(stamp.bytes());
            TimeStampToken token = response.getTimeStampToken();
            boolean granted =
                    token != null
                            && response.getStatus() <= GRANTED_WITH_CHANGES
                            && Arrays.equals(response.getEncoded(), stamp.bytes());
            return granted && covers(token.getTimeStampInfo(), covered)
                    ? signed(token)
                    : Optional.empty();
        } catch (TSPException
                | IOException
                | GeneralSecurityException
                | CMSException
                | OperatorCreationException e) {
            return Optional.empty();
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            // The library tells some malformed stamps so.
            return Optional.empty();
        }
    }

    private static boolean covers(TimeStampTokenInfo info, byte[] covered)
            throws GeneralSecurityException {
        String hash = HASHES.get(info.getMessageImprintAlgOID());
        return hash != null
                && MessageDigest.isEqual(
                        MessageDigest.getInstance(hash).digest(covered),
                        info.getMessageImprintDigest());
    }

    private Optional<Genuine> signed(TimeStampToken token)
            throws GeneralSecurityException,
                    IOException,
                    CMSException,
                    OperatorCreationException,
                    TSPException {
        Collection<X509CertificateHolder> signers =
                token.getCertificates().getMatches(token.getSID());
        List<X509Certificate> all = new ArrayList<>(trusted);
        for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
            all.add(certificate(one.getEncoded()));
        }
        for (X509Certificate one : all) {
            X509CertificateHolder holder = new X509CertificateHolder(one.getEncoded());
            boolean named =
                    signers.isEmpty() ? token.getSID().match(holder) : signers.contains(holder);
            if (named) {
                SignerInformationVerifier verifier =
                        new JcaSimpleSignerInfoVerifierBuilder().build(holder);
                token.validate(verifier);
                Date at = token.getTimeStampInfo().getGenTime();
                String by = one.getSubjectX500Principal().getName();
                return Optional.of(new Genuine(at.toInstant(), by, leads(one, all, at)));
            }
        }
        return Optional.empty();
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    /** Whether the certificate leads to a known one, as of that time. */
    private boolean leads(X509Certificate signer, List<X509Certificate> all, Date at)
            throws GeneralSecurityException {
        if (trusted.contains(signer)) {
            return true;
        }
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate last = signer;
        while (last != null && path.size() < CHAIN_MAX && !trusted.contains(last)) {
            path.add(last);
            last = issuer(last, all, path);
        }
        if (last == null || !trusted.contains(last)) {
            return false;
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        anchors.add(new TrustAnchor(last, null));
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
            return true;
        } catch (java.security.cert.CertPathValidatorException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable X509Certificate issuer(
            X509Certificate of, List<X509Certificate> all, List<X509Certificate> path) {
        for (X509Certificate one : all) {
            if (one.getSubjectX500Principal().equals(of.getIssuerX500Principal())
                    && !path.contains(one)) {
                return one;
            }
        }
        return null;
    }
}
