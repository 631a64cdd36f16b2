package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What is signed in a note: its text, or by a witness its text with a time. */
final class Cosigning {

    private static final int TIME_BYTES = Long.BYTES;

    private Cosigning() {}

    static Optional<Trust.Signed> verify(SignedNote note, NoteSignature signature, NoteKey key) {
        byte[] bytes = signature.signature();
        return switch (key.use()) {
            case LOG ->
                    bytes.length == Ed25519.SIGNATURE_BYTES && key.verifies(note.textBytes(), bytes)
                            ? Optional.of(new Trust.Signed(key, null))
                            : Optional.empty();
            case WITNESS -> witnessed(note, bytes, key);
        };
    }

    private static Optional<Trust.Signed> witnessed(SignedNote note, byte[] bytes, NoteKey key) {
        if (bytes.length != TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        byte[] signature = Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length);
        if (seconds < 0 || !key.verifies(message(note, seconds), signature)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Trust.Signed(key, Instant.ofEpochSecond(seconds)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The message of a cosignature (C2SP tlog-cosignature, Ed25519). */
    static byte[] message(SignedNote note, long seconds) {
        String head = "cosignature/v1\ntime " + seconds + "\n";
        return (head + note.text()).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] timed(long seconds, byte[] signature) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }
}
