package az.qalxan.engines.knownfiles;

import java.time.Instant;

/**
 * Where a set of known files comes from. Whoever relies on a set must be able to say this in court.
 *
 * @param name what people call the set
 * @param version the publisher's own, empty where there is none
 * @param source from which file or address it was taken
 * @param licence under which terms it may be used, in a sentence
 * @param builtAt when it was taken over here
 */
public record KnownOrigin(
        String name, String version, String source, String licence, Instant builtAt) {

    /** Longer texts are refused. */
    public static final int TEXT_CHARS_MAX = 2_000;

    /** Checks that every text fits and is one line. */
    public KnownOrigin {
        for (String text : new String[] {name, version, source, licence}) {
            if (text.length() > TEXT_CHARS_MAX || text.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(
                        "a text on the origin is one line of at most " + TEXT_CHARS_MAX);
            }
        }
        if (name.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("a set needs a name and a note on its licence");
        }
    }
}
