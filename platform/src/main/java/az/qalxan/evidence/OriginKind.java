package az.qalxan.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an exhibit came to the body that conducts the proceedings. */
public enum OriginKind {
    SEARCH,
    INSPECTION,
    HANDED_OVER,
    OPERATOR,
    REPORT,
    ABROAD,
    OPEN_SOURCE;

    /** The name in the database; message key {@code evidence.origin.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OriginKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
