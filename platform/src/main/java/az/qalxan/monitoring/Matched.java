package az.qalxan.monitoring;

/**
 * A value that made a rule hold, cut to {@value #CHARS_MAX} characters around what was asked for.
 *
 * @param field by the name that the rule uses
 * @param from the first UTF-16 unit of the part that the rule asked for
 * @param until the first unit behind it
 */
public record Matched(String field, String value, int from, int until) {

    public static final int CHARS_MAX = 2_000;
}
