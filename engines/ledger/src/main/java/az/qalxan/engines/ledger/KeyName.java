package az.qalxan.engines.ledger;

/** The name of a key in a signed note: not empty, without spaces and plus signs. */
public record KeyName(String value) {

    static final int LENGTH_MAX = 255;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException for a name that a note cannot carry
     */
    public KeyName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no name of a key: " + value);
        }
    }

    static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= LENGTH_MAX
                && value.chars()
                        .noneMatch(c ->
                                c == '+'
                                        || Character.isISOControl(c)
                                        || Character.isWhitespace(c)
                                        || Character.isSpaceChar(c));
    }
}
