package az.qalxan.engines.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the signatures on a checkpoint are worth. */
public sealed interface Trust {

    /** These keys signed it; none, where no key was known. */
    record Verified(List<Signed> by) implements Trust {

        /** Copies the list. */
        public Verified {
            by = List.copyOf(by);
        }
    }

    /** A signature stands under the name of that key which the key did not make. */
    record Forged(NoteKey key) implements Trust {}

    /**
     * A signature that verified.
     *
     * @param at when a witness signed, by its own clock; absent for a log's signature
     */
    record Signed(NoteKey key, @Nullable Instant at) {}

    /** Whether a key of a log is among those that signed. */
    default boolean byLog() {
        return this instanceof Verified verified
                && verified.by().stream().anyMatch(one -> one.key().use() == NoteKey.Use.LOG);
    }

    /** How many different witnesses signed. */
    default int witnesses() {
        return this instanceof Verified verified
                ? (int)
                        verified.by().stream()
                                .filter(one -> one.key().use() == NoteKey.Use.WITNESS)
                                .map(one -> one.key().text())
                                .distinct()
                                .count()
                : 0;
    }
}
