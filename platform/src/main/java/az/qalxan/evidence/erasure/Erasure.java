package az.qalxan.evidence.erasure;

import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.ExhibitStanding;
import az.qalxan.evidence.KeyDestruction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the keys of a case are to be destroyed, and how far that is.
 *
 * @param files how many exhibits had bytes when it was proposed
 * @param decided who ended the proposal and how; null while it waits
 * @param doneAt when the keys were gone; null before
 */
record Erasure(
        UUID id,
        CaseNumber caseNumber,
        State state,
        KeyDestruction.Grounds grounds,
        int files,
        long bytes,
        Signature proposed,
        @Nullable Signature decided,
        String words,
        @Nullable Instant doneAt,
        ExhibitStanding standing) {

    /** How far it is. */
    enum State {
        PROPOSED,
        REFUSED,
        WITHDRAWN,
        DECIDED,
        DONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Who confirmed a step.
     *
     * @param factor by what; empty for a step that needs none
     */
    record Signature(String account, String name, String factor, Instant at) {}

    /** The end of message key {@code erasure.state.<code>}. */
    String stateCode() {
        return state.code();
    }

    boolean open() {
        return state == State.PROPOSED;
    }

    boolean carriedOut() {
        return state == State.DONE;
    }
}
