package az.qalxan.monitoring.criterion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of the criteria.
 *
 * @param ofPack whether the country pack brought it
 * @param inForceAt null before
 * @param endedAt when another one took its place or it was rejected; null before
 */
record CriteriaVersion(
        int number,
        boolean ofPack,
        State state,
        Criteria criteria,
        String note,
        Proposer proposer,
        Instant proposedAt,
        @Nullable Instant inForceAt,
        @Nullable Instant endedAt,
        String endedWords,
        List<Signature> signatures) {

    static final int SIGNATURES_MIN = 2;
    static final int BODIES_MIN = 2;

    CriteriaVersion {
        signatures = List.copyOf(signatures);
    }

    /** Message key {@code criterion.state.<code>}. */
    enum State {
        PROPOSED,
        IN_FORCE,
        SUPERSEDED,
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Who proposed it; a job of the system has no body. */
    record Proposer(String account, String name, String body) {}

    /** One person's signature. */
    record Signature(String account, String name, String body, Instant at) {}

    boolean open() {
        return state == State.PROPOSED;
    }

    boolean signedBy(String account) {
        return signatures.stream().anyMatch(one -> one.account().equals(account));
    }

    /** Whether two people of two bodies stand behind it. */
    boolean signed() {
        return signatures.size() >= SIGNATURES_MIN
                && signatures.stream().map(Signature::body).distinct().count() >= BODIES_MIN;
    }
}
