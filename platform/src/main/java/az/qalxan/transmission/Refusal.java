package az.qalxan.transmission;

import java.util.Locale;
import java.util.Optional;

/** Why a message is not taken. */
enum Refusal {
    /** Not in the form of a message, or beyond a limit. */
    MALFORMED(true),
    TOO_LARGE(true),
    /** A part is not what its digest says. */
    DIGEST(true),
    /** Signed by no key of whoever calls; the next key may be entered yet. */
    KEY_UNKNOWN(false),
    /** Signed by a key whose days are over. */
    KEY_EXPIRED(false),
    /** The signature is not by the key that it names. */
    SIGNATURE(true),
    /** Written in the name of another instance than the one that calls. */
    WRONG_SENDER(true),
    /** For another instance. */
    WRONG_RECIPIENT(true),
    /** The peer was not admitted to speak for that body. */
    SPEAKS_FOR(true),
    /** No body of ours has that code. */
    UNKNOWN_BODY(true),
    /** Another message with that id is here already. */
    ID_REUSED(true),
    /** Another message with that number is here already: the ledgers of both sides differ. */
    SEQUENCE_TAKEN(false),
    /** Too far ahead of its turn. */
    TOO_EARLY(false),
    /** The conversation belongs to other bodies. */
    WRONG_CONVERSATION(true);

    private final boolean last;

    Refusal(boolean last) {
        this.last = last;
    }

    /** Whether sending the same again can never help. */
    boolean isLast() {
        return last;
    }

    /** The name on the wire; message key {@code transmission.refusal.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Refusal> of(String code) {
        for (Refusal refusal : values()) {
            if (refusal.code().equals(code)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
