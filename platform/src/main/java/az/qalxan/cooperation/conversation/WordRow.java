package az.qalxan.cooperation.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A word as it is kept.
 *
 * @param out whether it was said here
 * @param state message key {@code talk.state.<state>}
 * @param settledAt when the peer took it, or said that it will not; null while it is on its way
 * @param digest of the message, as both ledgers hold it; empty before its receipt
 * @param reason code of a failure or an objection; empty for none
 * @param detail what the code alone does not say
 */
record WordRow(
        UUID id,
        boolean out,
        WordKind kind,
        Word word,
        Instant at,
        String author,
        String state,
        @Nullable Instant settledAt,
        String digest,
        String reason,
        String detail,
        List<Enclosed> files) {

    WordRow {
        files = List.copyOf(files);
    }

    /** A file that goes with a word, without its content. */
    record Enclosed(int place, String name, long bytes, String sha256) {}

    boolean is(String other) {
        return state.equals(other);
    }

    /** Whether it did not do what its author wanted. */
    boolean troubled() {
        return !reason.isEmpty();
    }
}
