package az.qalxan.engines.detection;

/**
 * How an expression is read.
 *
 * @param anyCase {@code i}: letters stand for both cases
 * @param lines {@code m}: {@code ^} and {@code $} stand at every line
 * @param dotAll {@code s}: {@code .} is also a newline
 */
record RegexFlags(boolean anyCase, boolean lines, boolean dotAll) {

    static final RegexFlags NONE = new RegexFlags(false, false, false);

    /** These with one more letter set or taken back; null where the letter is none of ours. */
    @org.jspecify.annotations.Nullable
    RegexFlags with(char letter, boolean on) {
        return switch (letter) {
            case 'i' -> new RegexFlags(on, lines, dotAll);
            case 'm' -> new RegexFlags(anyCase, on, dotAll);
            case 's' -> new RegexFlags(anyCase, lines, on);
            default -> null;
        };
    }
}
