package az.qalxan.transmission.mail;

import az.qalxan.transmission.InstanceKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.springframework.stereotype.Component;

/** Our OpenPGP keys: files of mode 0600 in the data folder, the first made when it is asked for. */
@Component
class OpenPgpKeys {

    private static final String FILE = "openpgp.asc";
    private static final int KEYS_MAX = 50;
    private static final int RSA_BITS = 3072;
    private static final int CERTAINTY = 112;
    private static final Duration LASTING = Duration.ofDays(730);

    private final InstanceKeys keys;
    private final MailSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private List<PGPSecretKeyRing> own = List.of();

    OpenPgpKeys(InstanceKeys keys, MailSettings settings, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** The key that signs: the newest. */
    PGPSecretKeyRing own() {
        return all().getFirst();
    }

    /** All our keys, the newest first; the first one is made when it is asked for. */
    List<PGPSecretKeyRing> all() {
        lock.lock();
        try {
            if (own.isEmpty()) {
                own = kept();
            }
            if (own.isEmpty()) {
                own = List.of(makeAndKeep(FILE));
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep our OpenPGP key", e);
        } catch (PGPException e) {
            throw new IllegalStateException("cannot use our OpenPGP key", e);
        } finally {
            lock.unlock();
        }
    }

    private List<PGPSecretKeyRing> kept() throws IOException, PGPException {
        List<PGPSecretKeyRing> found = new ArrayList<>();
        for (int number = 1; number <= KEYS_MAX; number++) {
            String kept = keys.text(file(number));
            if (kept == null) {
                break;
            }
            found.addFirst(read(kept));
        }
        return List.copyOf(found);
    }

    private static String file(int number) {
        return number == 1 ? FILE : "openpgp-" + number + ".asc";
    }

    /** Makes the next key, which signs from now on; the earlier ones still open. */
    PGPSecretKeyRing roll() {
        lock.lock();
        try {
            List<PGPSecretKeyRing> before = all();
            if (before.size() == KEYS_MAX) {
                throw new IllegalStateException("there are " + KEYS_MAX + " OpenPGP keys of ours");
            }
            List<PGPSecretKeyRing> after = new ArrayList<>(before);
            PGPSecretKeyRing made = makeAndKeep(file(before.size() + 1));
            after.addFirst(made);
            own = List.copyOf(after);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep our OpenPGP key", e);
        } catch (PGPException e) {
            throw new IllegalStateException("cannot make an OpenPGP key", e);
        } finally {
            lock.unlock();
        }
    }

    private PGPSecretKeyRing makeAndKeep(String file) throws PGPException, IOException {
        PGPSecretKeyRing made =
                make(settings.address(), LASTING, Date.from(clock.instant()), random);
        keys.keep(file, armoured(made.getEncoded()));
        return made;
    }

    private static PGPSecretKeyRing read(String armoured) throws IOException, PGPException {
        byte[] bytes = armoured.getBytes(StandardCharsets.US_ASCII);
        return new PGPSecretKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes)),
                new BcKeyFingerprintCalculator());
    }

    /** A key that signs with a subkey that encrypts. */
    static PGPSecretKeyRing make(String name, Duration lasting, Date now, SecureRandom random)
            throws PGPException {
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        BcPGPKeyPair master = pair(now, random);
        PGPKeyRingGenerator generator =
                new PGPKeyRingGenerator(
                        PGPSignature.POSITIVE_CERTIFICATION,
                        master,
                        name,
                        sha1,
                        flags(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA, lasting).generate(),
                        null,
                        new BcPGPContentSignerBuilder(
                                PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                        new BcPBESecretKeyEncryptorBuilder(0, sha1).build(new char[0]));
        generator.addSubKey(
                pair(now, random),
                flags(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE, lasting).generate(),
                null);
        return generator.generateSecretKeyRing();
    }

    private static PGPSignatureSubpacketGenerator flags(int flags, Duration lasting) {
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setKeyFlags(false, flags);
        said.setKeyExpirationTime(false, lasting.toSeconds());
        return said;
    }

    private static BcPGPKeyPair pair(Date now, SecureRandom random) throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(
                        BigInteger.valueOf(65_537), random, RSA_BITS, CERTAINTY));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                now);
    }

    /** What partners get of a key, armoured. */
    static String publicPart(PGPSecretKeyRing ring) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (PGPPublicKey key : (Iterable<PGPPublicKey>) ring::getPublicKeys) {
                key.encode(out);
            }
            return new String(armoured(out.toByteArray()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] armoured(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(out)) {
            armour.write(bytes);
        }
        return out.toByteArray();
    }
}
