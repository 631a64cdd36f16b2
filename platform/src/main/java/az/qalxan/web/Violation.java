package az.qalxan.web;

/**
 * One thing wrong with an input.
 *
 * @param location the field's name, or a JSON pointer (RFC 6901), or a row and column
 * @param key the message key that says what was given and what is allowed
 * @param arguments what the message quotes
 */
public record Violation(String location, String key, java.util.List<Object> arguments) {

    public Violation {
        arguments = java.util.List.copyOf(arguments);
    }

    public static Violation at(String location, String key, Object... arguments) {
        return new Violation(location, key, java.util.List.of(arguments));
    }

    /** The message in that language. */
    public String in(Text text) {
        return text.of(key, arguments.toArray());
    }
}
