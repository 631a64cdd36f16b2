package az.qalxan.engines.plan;

import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlFlaw;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a plan file, and where.
 *
 * @param line from 1
 * @param column from 1
 * @param path the place in the file's structure, for example {@code measures[3].lead}
 * @param arguments what the sentence quotes, cut to a bearable length
 */
public record PlanFlaw(int line, int column, String path, Code code, List<String> arguments) {

    /** What can be wrong; each with its sentence in English. */
    public enum Code {
        TOO_LARGE("the file has more than {0} bytes"),
        NOT_UTF8("the file is not UTF-8"),
        NOT_YAML("this is no YAML: {0}"),
        EMPTY("the file is empty"),
        SECOND_DOCUMENT("a file holds one document"),
        ALIAS("aliases, anchors and tags are not allowed; write it out"),
        TOO_DEEP("nested deeper than {0} levels"),
        TOO_MANY_VALUES("more than {0} values"),
        KEY_TWICE("the key {0} stands twice"),
        KEY_NOT_PLAIN("a key is a plain word"),
        KEY_UNKNOWN("the key {0} is not known and was not read"),
        MISSING("{0} is missing"),
        NOT_TEXT("{0} must be a text of 1 to {1} characters"),
        NOT_LIST("{0} must be a list"),
        NOT_MAPPING("this must be a mapping of keys and values"),
        NOT_NUMBER("{0} must be a whole number from {1} to {2}, not {3}"),
        NOT_TRUTH("{0} must be true or false, not {1}"),
        NOT_DATE("{0} must be a day such as 2023-08-28, not {1}"),
        NOT_CODE("{0} is no number such as 8.1.1.1"),
        TOO_MANY("{0} has more than {1} entries"),
        TWICE("{0} stands twice, first in line {1}"),
        UNKNOWN_PRIORITY("there is no priority {0} in this file"),
        UNKNOWN_GROUP("there is no group {0} in this file"),
        GROUP_ELSEWHERE("group {0} belongs to priority {1}, not to {2}"),
        UNKNOWN_KIND("{0} is no kind of period; known are range, year, ongoing, regular"),
        YEARS_REVERSED("the period ends in {1}, before it begins in {0}"),
        LEAD_IS_EXECUTOR("{0} is lead and executor of the same measure"),
        COUNT_DIFFERS("the file says that it has {1} of {0}, but it has {2}"),
        NOT_IN_ACRONYMS("{0} is not in the file’s list of acronyms"),
        NO_MEASURES("the file has no measure"),
        MORE_FLAWS("there are more flaws than are told; these come first");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        static Code of(YamlFlaw.Kind kind) {
            return switch (kind) {
                case TOO_LARGE -> TOO_LARGE;
                case NOT_UTF8 -> NOT_UTF8;
                case NOT_YAML -> NOT_YAML;
                case TOO_DEEP -> TOO_DEEP;
                case TOO_MANY_VALUES -> TOO_MANY_VALUES;
                case ALIAS -> ALIAS;
                case KEY_NOT_PLAIN -> KEY_NOT_PLAIN;
                case KEY_TWICE -> KEY_TWICE;
            };
        }

        /** The name in message keys: lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int ARGUMENT_MAX = 80;

    public PlanFlaw {
        arguments = arguments.stream().map(PlanFlaw::bearable).toList();
    }

    static PlanFlaw at(Yaml node, String path, Code code, Object... arguments) {
        return new PlanFlaw(
                node.line(),
                node.column(),
                path,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What is wrong, in English. */
    public String sentence() {
        String sentence = code.sentence;
        for (int i = 0; i < arguments.size(); i++) {
            sentence = sentence.replace("{" + i + "}", arguments.get(i));
        }
        return sentence;
    }

    @Override
    public String toString() {
        String place = path.isEmpty() ? "" : path + ": ";
        return "line " + line + ", column " + column + ": " + place + sentence();
    }

    private static String bearable(String argument) {
        String line = argument.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= ARGUMENT_MAX ? line : line.substring(0, ARGUMENT_MAX) + "…";
    }
}
