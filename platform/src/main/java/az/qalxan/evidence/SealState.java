package az.qalxan.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a seal was found. */
public enum SealState {
    INTACT,
    /** Damaged, and nobody says by whom. */
    BROKEN,
    /** Opened by somebody who might. */
    OPENED;

    /** The name in the database; message key {@code evidence.seal.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SealState> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
