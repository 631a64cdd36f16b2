package az.qalxan.engines.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree as its log signed it (C2SP tlog-checkpoint), with whatever signatures stand on it.
 * Signatures count only after {@link #trust}.
 */
public final class Checkpoint {

    private static final int ORIGIN_LENGTH_MAX = 1_024;
    private static final int LINES_MIN = 3;
    private static final int SIZE_DIGITS_MAX = 19;

    private final SignedNote note;
    private final String origin;
    private final TreeHead head;

    private Checkpoint(SignedNote note, String origin, TreeHead head) {
        this.note = note;
        this.origin = origin;
        this.head = head;
    }

    /** Reads a checkpoint; empty for anything else. */
    public static Optional<Checkpoint> parse(byte[] bytes) {
        return SignedNote.parse(bytes).flatMap(Checkpoint::of);
    }

    private static Optional<Checkpoint> of(SignedNote note) {
        String[] lines = note.text().split("\n");
        boolean blank = note.text().startsWith("\n") || note.text().contains("\n\n");
        if (lines.length < LINES_MIN || blank || lines[0].length() > ORIGIN_LENGTH_MAX) {
            return Optional.empty();
        }
        Optional<TreeHash> root = TreeHash.ofBase64(lines[2]);
        long size = size(lines[1]);
        return size < 0 || root.isEmpty()
                ? Optional.empty()
                : Optional.of(new Checkpoint(note, lines[0], new TreeHead(size, root.get())));
    }

    /** A decimal number without leading zeros; -1 for anything else. */
    static long size(String text) {
        boolean digits = text.matches("0|[1-9][0-9]{0," + (SIZE_DIGITS_MAX - 1) + "}");
        try {
            return digits ? Long.parseLong(text) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The text of a checkpoint over that tree, for a key to sign. */
    static String text(String origin, TreeHead head) {
        return origin + "\n" + head.size() + "\n" + head.root().base64() + "\n";
    }

    static Checkpoint signed(String origin, TreeHead head, NoteSigner signer) {
        String text = text(origin, head);
        return new Checkpoint(new SignedNote(text, List.of(signer.sign(text))), origin, head);
    }

    /** The name that the log calls itself. */
    public String origin() {
        return origin;
    }

    public TreeHead head() {
        return head;
    }

    /** The whole note, as it is stored and sent. */
    public byte[] bytes() {
        return note.bytes();
    }

    SignedNote note() {
        return note;
    }

    /** The same with one more signature line, which is not judged; empty for no such line. */
    public Optional<Checkpoint> with(String line) {
        return NoteSignature.parse(line.strip())
                .filter(one -> note.signatures().size() < SignedNote.SIGNATURES_MAX)
                .map(one -> with(List.of(one)));
    }

    Checkpoint with(List<NoteSignature> cosignatures) {
        return new Checkpoint(note.with(cosignatures), origin, head);
    }

    /**
     * Judges the signatures on it by the keys that are known. A signature of a known key that does
     * not verify makes the whole note untrustworthy.
     */
    public Trust trust(List<NoteKey> keys) {
        List<Trust.Signed> signed = new ArrayList<>();
        for (NoteSignature signature : note.signatures()) {
            for (NoteKey key : keys) {
                if (key.signed(signature)) {
                    Optional<Trust.Signed> by = Cosigning.verify(note, signature, key);
                    if (by.isEmpty()) {
                        return new Trust.Forged(key);
                    }
                    signed.add(by.get());
                }
            }
        }
        return new Trust.Verified(signed);
    }
}
