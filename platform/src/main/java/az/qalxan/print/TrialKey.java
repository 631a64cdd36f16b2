package az.qalxan.print;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key that an installation makes for itself; its certificate says that it is one. */
public final class TrialKey {

    static final String NAME = "CN=Qalxan trial key (proves nothing),O=Qalxan";

    private static final Duration TERM = Duration.ofDays(3 * 365);
    private static final int SERIAL_BITS = 120;

    private TrialKey() {}

    /** A key for three years from that moment. */
    public static SigningKey make(Instant now) {
        return make(new X500Name(NAME), now.minus(Duration.ofHours(1)), now.plus(TERM));
    }

    /** A key of that name and term. */
    public static SigningKey make(X500Name name, Instant from, Instant until) {
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    new BigInteger(SERIAL_BITS, random),
                                    Date.from(from),
                                    Date.from(until),
                                    name,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(
                                            KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(false));
            X509Certificate certificate =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder("SHA256withECDSA")
                                                    .build(pair.getPrivate())));
            return new SigningKey(pair.getPrivate(), List.of(certificate), true);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("this JDK cannot make a key", e);
        }
    }
}
