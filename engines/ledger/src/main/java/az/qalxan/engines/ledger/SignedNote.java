package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and the signatures on it (C2SP signed-note). That it could be read says nothing about its
 * signatures.
 *
 * @param text ends in a newline
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    static final int BYTES_MAX = 65_536;
    static final int SIGNATURES_MAX = 64;

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Empty for what is no note or beyond the bounds. */
    static Optional<SignedNote> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        String all = utf8(bytes);
        int gap = all.lastIndexOf("\n\n");
        boolean control = all.chars().anyMatch(c -> c < ' ' && c != '\n');
        if (control || gap < 0 || !all.endsWith("\n")) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        String lines = all.substring(gap + 2);
        for (String line : lines.isEmpty() ? new String[0] : lines.split("\n")) {
            Optional<NoteSignature> signature = NoteSignature.parse(line);
            if (signature.isEmpty() || signatures.size() == SIGNATURES_MAX) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(all.substring(0, gap + 1), signatures));
    }

    /** The text; one with a control character, which no note has, for bytes that are no UTF-8. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "\0";
        }
    }

    byte[] textBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    SignedNote with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }
}
