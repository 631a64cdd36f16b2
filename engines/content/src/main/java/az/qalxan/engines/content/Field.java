package az.qalxan.engines.content;

/**
 * One thing that a part says of itself, such as the subject of a mail.
 *
 * @param key a name from our own list, such as mail.subject
 * @param value as it stands in the part, without control characters, cut to {@value #VALUE_MAX}
 */
public record Field(String key, String value) {

    /** Longest value, in UTF-16 units. */
    public static final int VALUE_MAX = 2_000;

    public Field {
        value = Texts.line(value, VALUE_MAX);
    }
}
