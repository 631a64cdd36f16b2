package az.qalxan.strategy.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can show that a stage is reached. */
enum EvidenceKind {
    DOCUMENT,
    LINK,
    /** A figure of a register, by its code and period. */
    FIGURE,
    DECISION;

    /** The name in tables and forms; message key {@code progress.evidence.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EvidenceKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
