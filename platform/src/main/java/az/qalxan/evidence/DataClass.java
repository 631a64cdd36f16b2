package az.qalxan.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The class of electronic data, as Articles 18, 20 and 21 of the Budapest Convention part it and
 * the reform of criminal procedure of 2026 names it.
 */
public enum DataClass {
    SUBSCRIBER,
    TRAFFIC,
    CONTENT,
    /** A thing that holds no data of itself, for example a box or a paper. */
    NONE;

    /** The name in the database; message key {@code evidence.class.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DataClass> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
