package az.qalxan.engines.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature line of a note: who signed by which key, and the bytes of the signature. */
final class NoteSignature {

    private static final String DASH = "\u2014 ";

    /** Enough for signatures of ML-DSA-44, which are kept though not judged. */
    private static final int BASE64_MAX = 7_000;

    private final KeyName name;
    private final byte[] id;
    private final byte[] signature;

    NoteSignature(KeyName name, byte[] id, byte[] signature) {
        this.name = name;
        this.id = id;
        this.signature = signature;
    }

    static Optional<NoteSignature> parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        if (!KeyName.isValid(name)) {
            return Optional.empty();
        }
        return Base64Text.read(line.substring(space + 1), BASE64_MAX)
                .filter(bytes -> bytes.length > NoteKey.ID_BYTES)
                .map(bytes ->
                        new NoteSignature(
                                new KeyName(name),
                                Arrays.copyOf(bytes, NoteKey.ID_BYTES),
                                Arrays.copyOfRange(bytes, NoteKey.ID_BYTES, bytes.length)));
    }

    KeyName name() {
        return name;
    }

    byte[] id() {
        return id;
    }

    byte[] signature() {
        return signature;
    }

    String line() {
        byte[] all = Bytes.joined(id, signature);
        return DASH + name.value() + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }
}
