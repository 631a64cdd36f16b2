package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that verifies signatures of notes (C2SP signed-note), written as {@code
 * name+id+key}: of a log, or of a witness, whose signatures carry a time.
 */
public final class NoteKey {

    static final int ID_BYTES = 4;

    private static final int TEXT_LENGTH_MAX = 400;
    private static final int KEY_BASE64_MAX = 44;

    /** What the key signs, by the byte that signed-note assigns to it. */
    public enum Use {
        /** Ed25519 over the text of the note. */
        LOG(1),
        /** Ed25519 over the text with a time (C2SP tlog-cosignature). */
        WITNESS(4);

        private final byte code;

        Use(int code) {
            this.code = (byte) code;
        }
    }

    private final KeyName name;
    private final Use use;
    private final PublicKey key;
    private final byte[] raw;
    private final byte[] id;

    NoteKey(KeyName name, Use use, PublicKey key) {
        this.name = name;
        this.use = use;
        this.key = key;
        this.raw = Ed25519.raw(key);
        this.id = id(name, use, raw);
    }

    private static byte[] id(KeyName name, Use use, byte[] raw) {
        byte[] named = (name.value() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Bytes.joined(named, new byte[] {use.code}, raw);
        return Arrays.copyOf(Hasher.sha256().digest(all), ID_BYTES);
    }

    /** Reads {@code name+id+key}; empty for anything else, also for another kind of key. */
    public static Optional<NoteKey> parse(String text) {
        String[] parts = text.length() > TEXT_LENGTH_MAX ? new String[0] : text.split("\\+", 3);
        if (parts.length != 3 || !KeyName.isValid(parts[0])) {
            return Optional.empty();
        }
        return Base64Text.read(parts[2], KEY_BASE64_MAX)
                .filter(key -> key.length == 1 + Ed25519.KEY_BYTES)
                .flatMap(key -> of(new KeyName(parts[0]), key))
                .filter(key -> HexFormat.of().formatHex(key.id).equals(parts[1]));
    }

    private static Optional<NoteKey> of(KeyName name, byte[] typed) {
        byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
        for (Use use : Use.values()) {
            if (use.code == typed[0]) {
                return Ed25519.publicKey(raw).map(key -> new NoteKey(name, use, key));
            }
        }
        return Optional.empty();
    }

    public KeyName name() {
        return name;
    }

    public Use use() {
        return use;
    }

    byte[] id() {
        return id.clone();
    }

    boolean signed(NoteSignature signature) {
        return signature.name().equals(name) && Arrays.equals(signature.id(), id);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(key, message, signature);
    }

    /** The spelling that {@link #parse} reads. */
    public String text() {
        byte[] typed = Bytes.joined(new byte[] {use.code}, raw);
        return name.value()
                + "+"
                + HexFormat.of().formatHex(id)
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public String toString() {
        return text();
    }
}
