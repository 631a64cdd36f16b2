package az.qalxan.engines.warrants;

import java.util.List;

/**
 * Something that a message says wrongly, or that a reader should know.
 *
 * @param fault what kind of thing
 * @param place where
 * @param values what fills the sentence, in its order
 */
public record Finding(Fault fault, Place place, List<String> values) {

    private static final int VALUE_CHARS_MAX = 200;

    /** Keeps long values short: they come from outside. */
    public Finding {
        values = values.stream().map(Finding::shortened).toList();
    }

    static Finding of(Fault fault, Place place, String... values) {
        return new Finding(fault, place, List.of(values));
    }

    /** The sentence in English. */
    public String sentence() {
        return fault.sentence(values.toArray());
    }

    @Override
    public String toString() {
        return place + ": " + sentence();
    }

    private static String shortened(String value) {
        if (value.length() <= VALUE_CHARS_MAX) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(VALUE_CHARS_MAX - 1)) ? 1 : 0;
        return value.substring(0, VALUE_CHARS_MAX - end) + "…";
    }
}
