package az.qalxan.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an exhibit is to the eye. */
public enum ExhibitKind {
    /** A thing: a telephone, a disk, a paper. */
    CARRIER,
    /** An image of a whole carrier. */
    IMAGE,
    FILES,
    MESSAGES,
    LOGS,
    /** What an operator or a provider answered. */
    ANSWER,
    RECORDING;

    /** The name in the database; message key {@code evidence.kind.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExhibitKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
