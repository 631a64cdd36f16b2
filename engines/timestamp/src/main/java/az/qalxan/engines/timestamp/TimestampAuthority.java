package az.qalxan.engines.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time stamp authority of our own, for closed networks and tests: what it signs is worth as much
 * as its keeper's clock and word. Its certificate is issued by a root of its own, whose key is
 * thrown away.
 */
public final class TimestampAuthority {

    /** More bytes than any request has. */
    public static final int REQUEST_BYTES_MAX = 8_192;

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String ALIAS = "tsa";
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.307862461184014583264");
    private static final Duration VALID = Duration.ofDays(3_650);
    private static final int SERIAL_BITS = 120;

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate root;
    private final Clock clock;
    private final SecureRandom random;

    private TimestampAuthority(
            PrivateKey key, List<X509Certificate> chain, Clock clock, SecureRandom random) {
        this.key = key;
        this.certificate = chain.getFirst();
        this.root = chain.getLast();
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new authority.
     *
     * @param name of an X.500 name the part after {@code CN=}: letters, digits, spaces, points,
     *     hyphens
     */
    public static TimestampAuthority create(String name, Clock clock, SecureRandom random) {
        if (!name.matches("[\\p{L}\\p{N} .-]{1,60}")) {
            throw new IllegalArgumentException("no name of an authority: " + name);
        }
        try {
            KeyPair issuer = pair(random);
            KeyPair own = pair(random);
            X500Name issuerName = new X500Name("CN=" + name + " root");
            Instant now = clock.instant();
            Issuing issuing = new Issuing(issuer.getPrivate(), issuerName, now, random);
            X509Certificate root = issuing.certificate(issuerName, issuer, true);
            X509Certificate leaf = issuing.certificate(new X500Name("CN=" + name), own, false);
            return new TimestampAuthority(own.getPrivate(), List.of(leaf, root), clock, random);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("every Java platform has ECDSA over P-256", e);
        }
    }

    private static KeyPair pair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private record Issuing(PrivateKey key, X500Name issuer, Instant now, SecureRandom random) {

        X509Certificate certificate(X500Name subject, KeyPair pair, boolean issues)
                throws GeneralSecurityException, OperatorCreationException, IOException {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(SERIAL_BITS, random),
                            Date.from(now.minusSeconds(60)),
                            Date.from(now.plus(VALID)),
                            subject,
                            pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
            int usage =
                    issues ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!issues) {
                ExtendedKeyUsage stamps = new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
                builder.addExtension(Extension.extendedKeyUsage, true, stamps);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        }
    }

    /**
     * Reads what {@link #store} wrote.
     *
     * @throws IOException when it cannot be read, or not with that password
     */
    public static TimestampAuthority read(
            InputStream in, char[] password, Clock clock, SecureRandom random) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Certificate[] chain = store.getCertificateChain(ALIAS);
            if (chain != null
                    && chain.length == 2
                    && store.getKey(ALIAS, password) instanceof PrivateKey key) {
                List<X509Certificate> certificates =
                        List.of((X509Certificate) chain[0], (X509Certificate) chain[1]);
                return new TimestampAuthority(key, certificates, clock, random);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority's key cannot be read", e);
        }
        throw new IOException("no key of an authority");
    }

    /** Writes key and certificates as PKCS #12. */
    public void store(OutputStream out, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate, root});
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PKCS #12", e);
        }
    }

    /** The certificate that others have to know. */
    public X509Certificate root() {
        return root;
    }

    /** The certificate that signs. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Answers a request ({@code application/timestamp-query}); what is none is refused in the form
     * of the standard.
     */
    public byte[] answer(byte[] request) throws IOException {
        try {
            TimeStampResponseGenerator responses =
                    new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED);
            Date now = Date.from(clock.instant());
            BigInteger serial = new BigInteger(SERIAL_BITS, random);
            return response(responses, request, serial, now).getEncoded();
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no stamp could be made", e);
        }
    }

    private static TimeStampResponse response(
            TimeStampResponseGenerator responses, byte[] request, BigInteger serial, Date now)
            throws TSPException {
        try {
            if (request.length > REQUEST_BYTES_MAX) {
                throw new TSPException("a request of " + request.length + " bytes");
            }
            TimeStampRequest read = new TimeStampRequest(request);
            read.validate(TSPAlgorithms.ALLOWED, Set.of(POLICY.getId()), Set.of());
            return responses.generate(read, serial, now);
        } catch (TSPException | IOException | IllegalArgumentException | ClassCastException e) {
            return responses.generateFailResponse(
                    org.bouncycastle.asn1.cmp.PKIStatus.REJECTION,
                    org.bouncycastle.asn1.cmp.PKIFailureInfo.badDataFormat,
                    "not a request that is answered here");
        }
    }

    private TimeStampTokenGenerator tokens()
            throws GeneralSecurityException, OperatorCreationException, TSPException {
        DigestCalculator sha256 =
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build(SIGNATURE, key, certificate),
                        sha256,
                        POLICY);
        tokens.setAccuracySeconds(1);
        tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
        return tokens;
    }
}
