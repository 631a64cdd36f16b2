package az.qalxan.transmission;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes, reads and writes X.509 certificates. Ours are self-signed: partners pin them. */
final class Certificates {

    static final int PEM_CHARS_MAX = 32_768;

    private static final int SERIAL_BITS = 120;
    private static final Duration BEFORE_NOW = Duration.ofMinutes(5);
    private static final int RSA_BITS = 3072;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private Certificates() {}

    /**
     * What a certificate is made of.
     *
     * @param name its common name
     * @param mail an e-mail address, or empty
     * @param lasting from now
     */
    record Wanted(String name, String mail, Instant now, Duration lasting) {}

    /** A new pair on the curve P-256. */
    static KeyPair curvePair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** A new RSA pair, which every mail program can use. */
    static KeyPair rsaPair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(
                new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), random);
        return generator.generateKeyPair();
    }

    static X509Certificate selfSigned(KeyPair pair, Wanted wanted, SecureRandom random)
            throws GeneralSecurityException {
        X500Name name =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, wanted.name()).build();
        Instant from = wanted.now().minus(BEFORE_NOW);
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                        Date.from(from),
                        Date.from(wanted.now().plus(wanted.lasting())),
                        name,
                        pair.getPublic());
        String algorithm =
                pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            extend(builder, wanted, pair.getPublic().getAlgorithm().equals("RSA"));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .build(pair.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, Wanted wanted, boolean encrypts)
            throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        int usage = KeyUsage.digitalSignature;
        if (encrypts) {
            usage |= KeyUsage.keyEncipherment;
        }
        if (!wanted.mail().isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, wanted.mail())));
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }

    static String pem(X509Certificate certificate) {
        try {
            byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
            String body = Base64.getMimeEncoder(64, line).encodeToString(certificate.getEncoded());
            return BEGIN + "\n" + body + "\n" + END + "\n";
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The one certificate of a PEM text (RFC 7468); empty when it is anything else. */
    static Optional<X509Certificate> read(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END, Math.max(begin, 0));
        if (pem.length() > PEM_CHARS_MAX || begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            String body = pem.substring(begin + BEGIN.length(), end);
            return read(Base64.getMimeDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<X509Certificate> read(byte[] der) {
        try {
            return Optional.of(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
