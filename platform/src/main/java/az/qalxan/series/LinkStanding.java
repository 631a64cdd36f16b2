package az.qalxan.series;

import java.util.Locale;

/** What people said about a link. */
public enum LinkStanding {
    /** Nobody decided yet. */
    FOUND,
    /** A person said that the two reports belong together. */
    CONFIRMED,
    /** A person said that they do not. */
    REJECTED;

    /** Message key {@code series.standing.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
