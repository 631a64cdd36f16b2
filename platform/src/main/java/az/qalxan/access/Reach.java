package az.qalxan.access;

import java.util.Locale;

/** Whose records a rule speaks of. */
public enum Reach {
    /** Records of the caller's own body. */
    OWN,
    /** Records of every body. */
    ANY;

    /** The name in the matrix. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
