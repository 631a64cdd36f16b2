package az.qalxan.evidence.intake;

import java.util.Locale;

/** How an intake stands. */
enum IntakeState {
    /** Bytes come, or are digested. */
    RECEIVING,
    /** The file is the exhibit's bytes. */
    STORED,
    /** Received bytes were altered or lost before the end. */
    SPOILED,
    /** The bytes are not those that the sender has. */
    DIFFERENT,
    /** A person gave it up. */
    DROPPED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IntakeState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
