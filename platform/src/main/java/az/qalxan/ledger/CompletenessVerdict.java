package az.qalxan.ledger;

import az.qalxan.engines.ledger.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check of a proof of completeness found.
 *
 * @param size how many leaves the log had
 * @param first the first leaf that the file tells; everything before was there at {@code startedAt}
 * @param signed who signed the tree
 * @param startedAt when witnesses first signed the tree that everything before the file stands in
 * @param known whether the log's key was given from outside, not by the file
 * @param names how accounts are called; proves nothing
 * @param anchoredAt the time and index of the first leaf of all about the subject
 */
public record CompletenessVerdict(
        String origin,
        Optional<SubjectQuestion> question,
        long size,
        long first,
        List<Trust.Signed> signed,
        Optional<Instant> startedAt,
        boolean known,
        Optional<Anchor> anchoredAt,
        List<Listed> acts,
        Map<String, String> names,
        List<Flaw> flaws) {

    /** Copies the lists. */
    public CompletenessVerdict {
        signed = List.copyOf(signed);
        acts = List.copyOf(acts);
        names = Map.copyOf(names);
        flaws = List.copyOf(flaws);
    }

    /** The first leaf of all about the subject. */
    public record Anchor(long index, Instant at) {}

    /**
     * A leaf that is asked about.
     *
     * @param content what it says; empty where it is closed
     * @param closed why nobody can open it: erased, fact; empty where it is open
     */
    public record Listed(long index, Instant at, String kind, String content, String closed) {}

    /** What does not fit. */
    public enum Flaw {
        /** It is no proof of this form. */
        FORM,
        /** The key of the log did not sign. */
        SIGNATURE,
        /** The file begins within the log, and no witness signed its beginning in time. */
        START,
        /** The leaves do not give the signed root. */
        ROOT,
        /** A leaf that is asked about is not listed, or one is listed that is not asked about. */
        LIST,
        /** A content is not what its leaf stands for. */
        CONTENT,
        /** No leaf shows that the key of the subject is the right one. */
        ANCHOR
    }

    /** Whether the list is proven to be complete. */
    public boolean complete() {
        return flaws.isEmpty();
    }
}
