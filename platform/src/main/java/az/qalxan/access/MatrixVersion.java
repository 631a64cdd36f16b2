package az.qalxan.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the access matrix.
 *
 * @param basedOn the version it changes; null for the first
 * @param proposer the proposing account's id, or the name of a job
 * @param inForceAt null before it came into force
 * @param endedAt when it was superseded or rejected; null before
 * @param endedReason why it was rejected; null otherwise
 */
record MatrixVersion(
        int number,
        State state,
        String note,
        @Nullable Integer basedOn,
        Instant proposedAt,
        Proposer proposer,
        @Nullable Instant inForceAt,
        @Nullable Instant endedAt,
        @Nullable String endedReason,
        List<Signature> signatures) {

    static final int SIGNATURES_MIN = 2;

    MatrixVersion {
        signatures = List.copyOf(signatures);
    }

    /** Where a version stands. */
    enum State {
        PROPOSED("proposed"),
        IN_FORCE("in-force"),
        SUPERSEDED("superseded"),
        REJECTED("rejected");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("not a version's state: " + code);
        }
    }

    /** Who proposed a version. */
    record Proposer(String account, String name, String body) {

        /** Whether the system itself put the country pack's matrix in force. */
        boolean system() {
            return account.startsWith("job:");
        }
    }

    /** One person's signature under a version. */
    record Signature(String account, String name, String body, Instant at) {}

    boolean signedBy(AccountId account) {
        return signatures.stream().anyMatch(one -> one.account().equals(account.toString()));
    }

    /** Whether the signatures suffice: of two people, from at least that many bodies. */
    boolean signedEnough(int bodiesMin) {
        return signatures.size() >= SIGNATURES_MIN
                && signatures.stream().map(Signature::body).distinct().count() >= bodiesMin;
    }
}
