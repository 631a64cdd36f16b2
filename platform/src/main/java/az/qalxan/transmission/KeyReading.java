package az.qalxan.transmission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;

/** Reads a partner's key as people paste it: a certificate in PEM, or an armoured OpenPGP key. */
final class KeyReading {

    /** An OpenPGP key without an end is looked at again after this. */
    private static final Duration ENDLESS = Duration.ofDays(730);

    private static final int ARMOUR_CHARS_MAX = 60_000;
    private static final int SUBJECT_CHARS_MAX = 300;

    private KeyReading() {}

    /** A key as it was read. */
    record Key(byte[] material, String keyId, String subject, Instant from, Instant until) {}

    /** The key of that text; empty when it is none, or not one for that usage. */
    static Optional<Key> read(KeyUsage usage, String text) {
        return usage == KeyUsage.OPENPGP
                ? openPgp(text)
                : Certificates.read(text)
                        .filter(one ->
                                !usage.ofPeers() || one.getPublicKey() instanceof ECPublicKey)
                        .flatMap(KeyReading::certificate);
    }

    private static Optional<Key> certificate(X509Certificate certificate) {
        try {
            return Optional.of(
                    new Key(
                            certificate.getEncoded(),
                            certificate.getSerialNumber().toString(16),
                            shortened(certificate.getSubjectX500Principal().getName()),
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant()));
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Key> openPgp(String armoured) {
        if (armoured.length() > ARMOUR_CHARS_MAX) {
            return Optional.empty();
        }
        byte[] bytes = armoured.getBytes(StandardCharsets.UTF_8);
        try {
            PGPPublicKeyRingCollection rings =
                    new PGPPublicKeyRingCollection(
                            PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes)),
                            new JcaKeyFingerprintCalculator());
            Iterator<PGPPublicKeyRing> all = rings.getKeyRings();
            if (!all.hasNext()) {
                return Optional.empty();
            }
            PGPPublicKeyRing ring = all.next();
            return all.hasNext() ? Optional.empty() : Optional.of(key(ring));
        } catch (IOException | PGPException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Key key(PGPPublicKeyRing ring) throws IOException {
        PGPPublicKey master = ring.getPublicKey();
        Instant from = master.getCreationTime().toInstant();
        Duration lasting =
                master.getValidSeconds() > 0
                        ? Duration.ofSeconds(master.getValidSeconds())
                        : ENDLESS;
        Iterator<String> names = master.getUserIDs();
        return new Key(
                ring.getEncoded(),
                "%016x".formatted(master.getKeyID()).toUpperCase(Locale.ROOT),
                shortened(names.hasNext() ? names.next() : ""),
                from,
                from.plus(lasting));
    }

    private static String shortened(String text) {
        return text.length() > SUBJECT_CHARS_MAX ? text.substring(0, SUBJECT_CHARS_MAX) : text;
    }
}
