package az.qalxan.access;

import java.util.Locale;

/** A verb on a module's records, written {@code casework:read}. */
public record Right(GuardedModule module, Verb verb) {

    /**
     * Reads {@code module:verb}.
     *
     * @throws IllegalArgumentException when either is unknown
     */
    public static Right parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a right is written module:verb, not " + text);
        }
        return new Right(
                GuardedModule.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                Verb.valueOf(text.substring(colon + 1).toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return module.code() + ":" + verb.code();
    }
}
