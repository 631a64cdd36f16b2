package az.qalxan.engines.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A log's statement that it ends and goes on under another name, because it was restored from an
 * older copy. The tree up to there is the same; what the ended log had beyond is lost. It is a note
 * that both keys sign: nobody but the ended log can name who goes on.
 *
 * @param ended the key of the log that ends
 * @param head the tree that was restored; the next log begins with it
 * @param seen the largest size of the ended log that its keeper knows of
 * @param next the key of the log that goes on
 * @param words who says so, and why
 */
public record Continuation(NoteKey ended, TreeHead head, long seen, NoteKey next, Words words) {

    private static final String FORMAT = "qalxan.az/ledger-continuation@v1";
    private static final int LINES = 10;
    private static final int TEXT_LENGTH_MAX = 1_000;

    /** Checks that the parts fit together. */
    public Continuation {
        if (ended.use() != NoteKey.Use.LOG || next.use() != NoteKey.Use.LOG) {
            throw new IllegalArgumentException("both are keys of logs");
        }
        if (ended.name().equals(next.name()) || seen < head.size()) {
            throw new IllegalArgumentException("a log cannot go on as itself, nor from beyond");
        }
    }

    /**
     * In words.
     *
     * @param restoredFrom from what, such as a backup and its time
     * @param by who answers for it
     */
    public record Words(String restoredFrom, String by, String reason, Instant at) {

        /** Brings each text to one line. */
        public Words {
            restoredFrom = line(restoredFrom);
            by = line(by);
            reason = line(reason);
        }

        private static String line(String text) {
            String one = text.strip().replaceAll("\\p{Cntrl}+|\\s+", " ");
            if (one.isEmpty() || one.length() > TEXT_LENGTH_MAX) {
                throw new IllegalArgumentException(
                        "a text of 1 to " + TEXT_LENGTH_MAX + " characters is needed");
            }
            return one;
        }
    }

    /** The first checkpoint of the log that goes on: the same tree under its name. */
    public Checkpoint beginning(NoteSigner signer) {
        return Checkpoint.signed(next.name().value(), head, signer);
    }

    /** The statement with both signatures. */
    public byte[] signed(NoteSigner endedSigner, NoteSigner nextSigner) {
        String text = text();
        return new SignedNote(text, List.of(endedSigner.sign(text), nextSigner.sign(text))).bytes();
    }

    private String text() {
        return String.join(
                "\n",
                FORMAT,
                "log " + ended.text(),
                "size " + head.size(),
                "root " + head.root().base64(),
                "seen " + seen,
                "next " + next.text(),
                "restored-from " + words.restoredFrom(),
                "by " + words.by(),
                "reason " + words.reason(),
                "at " + words.at() + "\n");
    }

    /** Reads a statement that both keys in it signed; empty for anything else. */
    public static Optional<Continuation> parse(byte[] bytes) {
        return SignedNote.parse(bytes).flatMap(Continuation::of);
    }

    private static Optional<Continuation> of(SignedNote note) {
        try {
            String[] lines = note.text().split("\n");
            if (lines.length != LINES || !lines[0].equals(FORMAT)) {
                return Optional.empty();
            }
            Continuation read =
                    new Continuation(
                            key(after(lines[1], "log ")),
                            new TreeHead(
                                    size(after(lines[2], "size ")),
                                    TreeHash.ofBase64(after(lines[3], "root ")).orElseThrow()),
                            size(after(lines[4], "seen ")),
                            key(after(lines[5], "next ")),
                            new Words(
                                    after(lines[6], "restored-from "),
                                    after(lines[7], "by "),
                                    after(lines[8], "reason "),
                                    Instant.parse(after(lines[9], "at "))));
            boolean same = read.text().equals(note.text());
            return same && read.signs(read.ended, note) && read.signs(read.next, note)
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private boolean signs(NoteKey key, SignedNote note) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        return note.signatures().stream()
                .anyMatch(one -> key.signed(one) && key.verifies(text, one.signature()));
    }

    private static NoteKey key(String text) {
        return NoteKey.parse(text).orElseThrow();
    }

    private static long size(String text) {
        long size = Checkpoint.size(text);
        if (size < 0) {
            throw new IllegalArgumentException("no size: " + text);
        }
        return size;
    }

    private static String after(String line, String start) {
        if (!line.startsWith(start)) {
            throw new IllegalArgumentException("no line of " + start.strip());
        }
        return line.substring(start.length());
    }
}
