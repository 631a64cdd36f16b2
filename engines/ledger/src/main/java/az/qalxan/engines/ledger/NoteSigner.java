package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A private key that signs notes, written as {@code PRIVATE+KEY+name+id+key}. Whoever has the text
 * has the key.
 */
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BASE64_MAX = 44;

    private final NoteKey key;
    private final PrivateKey secret;
    private final byte[] seed;

    private NoteSigner(NoteKey key, PrivateKey secret, byte[] seed) {
        this.key = key;
        this.secret = secret;
        this.seed = seed;
    }

    /** A new key. */
    public static NoteSigner generate(KeyName name, NoteKey.Use use, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(java.security.spec.NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPrivate().getEncoded();
            byte[] seed =
                    Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY_BYTES, encoded.length);
            NoteKey key = new NoteKey(name, use, pair.getPublic());
            return new NoteSigner(key, pair.getPrivate(), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /**
     * Reads a key that {@link #text} wrote; empty for anything else.
     *
     * @param key the public key, which must belong to the private one
     */
    public static Optional<NoteSigner> parse(String text, NoteKey key) {
        String start = PREFIX + key.name().value() + "+" + HexFormat.of().formatHex(key.id()) + "+";
        if (!text.startsWith(start)) {
            return Optional.empty();
        }
        return Base64Text.read(text.substring(start.length()), SEED_BASE64_MAX)
                .filter(bytes -> bytes.length == 1 + Ed25519.KEY_BYTES)
                .map(bytes -> Arrays.copyOfRange(bytes, 1, bytes.length))
                .map(seed -> new NoteSigner(key, Ed25519.privateKey(seed), seed))
                .filter(NoteSigner::belongsToItsKey);
    }

    private boolean belongsToItsKey() {
        byte[] message = "qalxan".getBytes(StandardCharsets.UTF_8);
        return key.verifies(message, Ed25519.sign(secret, message));
    }

    public NoteKey key() {
        return key;
    }

    /** The secret, to be kept where nobody else reads. */
    public String text() {
        byte use = (byte) (key.use() == NoteKey.Use.LOG ? 1 : 4);
        return PREFIX
                + key.name().value()
                + "+"
                + HexFormat.of().formatHex(key.id())
                + "+"
                + Base64.getEncoder().encodeToString(Bytes.joined(new byte[] {use}, seed));
    }

    /** Signs the text of a note as a log does. */
    NoteSignature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new NoteSignature(key.name(), key.id(), Ed25519.sign(secret, message));
    }

    /** Signs the text of a note as a witness does. */
    NoteSignature cosign(SignedNote note, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = Ed25519.sign(secret, Cosigning.message(note, seconds));
        return new NoteSignature(key.name(), key.id(), Cosigning.timed(seconds, signature));
    }

    /** Names the key without its secret. */
    @Override
    public String toString() {
        return "signer of " + key.text();
    }
}
