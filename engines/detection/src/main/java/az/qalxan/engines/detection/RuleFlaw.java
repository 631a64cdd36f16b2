package az.qalxan.engines.detection;

import az.qalxan.engines.yaml.YamlFlaw;
import java.util.List;

/**
 * Something in a rule file that keeps a rule from being used as its author meant it.
 *
 * @param line 1-based
 * @param column 1-based
 * @param rule the rule's id, or its title where it has none, or empty before either is known
 * @param code what is wrong
 * @param arguments what the words of the code speak of, in their order
 */
public record RuleFlaw(int line, int column, String rule, Code code, List<String> arguments) {

    public RuleFlaw {
        arguments = List.copyOf(arguments);
    }

    /** What was found and what to do about it; the words are completed with the arguments. */
    public enum Code {
        NOT_UTF8("the file is not UTF-8", "save it as UTF-8"),
        TOO_LARGE("the file is longer than %s bytes", "split it"),
        NOT_YAML("not YAML: %s", "correct the YAML"),
        TOO_DEEP("nested deeper than %s", "flatten it"),
        TOO_MANY_VALUES("more than %s values", "split the file"),
        ALIAS("anchors, aliases and tags are not read", "write the value out"),
        KEY_NOT_PLAIN("a key is not a plain word", "write the key as text"),
        KEY_TWICE("the key '%s' stands twice", "keep one of them"),
        EMPTY("the file holds no rule", "write one or remove the file"),
        NOT_MAPPING("'%s' is no mapping", "write keys and values"),
        NOT_TEXT("'%s' is no text", "write one line of text"),
        NOT_LIST("'%s' is no list", "write a list"),
        MISSING("'%s' is missing", "add it"),
        UNKNOWN_KIND(
                "neither 'detection' nor 'correlation' nor 'filter' is there",
                "add the part that makes it a rule"),
        UNKNOWN_STATUS("the status '%s' is not one of %s", "use one of them"),
        UNKNOWN_LEVEL("the level '%s' is not one of %s", "use one of them"),
        ID_TWICE("the id '%s' is already that of the rule '%s'", "give it an id of its own"),
        UNKNOWN_MODIFIER("the modifier '%s' is unknown", "use one of the specification"),
        MODIFIER_ORDER("the modifier '%s' cannot follow '%s'", "change their order"),
        MODIFIER_VALUE("the modifier '%s' cannot take the value '%s'", "give it %s"),
        ALL_OF_ONE("'all' stands at a single value", "leave 'all' out"),
        NULL_IN_LIST("null stands in a list of values", "make it a selection of its own"),
        EMPTY_LIST("'%s' holds no value", "give it a value or remove it"),
        BAD_REGEX("the expression cannot be read at %s: %s", "correct the expression"),
        REGEX_TOO_LARGE("the expression needs more than %s states", "shorten its repeats"),
        REGEX_UNSUPPORTED(
                "the expression uses %s, which no linear search can do",
                "write it without, as the specification allows"),
        BAD_CIDR("'%s' is no network", "write address/bits, such as 10.0.0.0/8 or fd00::/8"),
        BAD_NUMBER("'%s' is no number", "write a number"),
        PIPELINE("the pipeline does not take the rule: %s", "leave out the rule or the pipeline"),
        PLACEHOLDER("the placeholder '%s' has no values", "give them in the pipeline"),
        TOO_MANY_VARIANTS("the value makes more than %s variants", "shorten it"),
        BAD_CONDITION("the condition cannot be read at %s: %s", "correct the condition"),
        UNKNOWN_SELECTION("the condition names '%s', which is not there", "name one of %s"),
        NO_SELECTION("'%s' in the condition fits no selection", "name one of %s"),
        UNUSED_SELECTION("the selection '%s' is in no condition", "use or remove it"),
        OLD_AGGREGATION(
                "the condition counts behind '|', which Sigma 2 has given up",
                "write a correlation rule"),
        UNKNOWN_TYPE("the correlation type '%s' is not one of %s", "use one of them"),
        BAD_TIMESPAN("'%s' is no time span", "write a number and s, m, h or d"),
        UNKNOWN_RULE("the rule '%s' is not among those read", "read its file too"),
        CYCLE(
                "the correlation refers to itself, or to a correlation that cannot be used,"
                        + " through %s",
                "break the circle, or correct the other correlation"),
        TOO_MANY_RULES(
                "the correlation tells more than %s rules apart",
                "put some into correlations of their own"),
        BAD_CORRELATION_CONDITION("the correlation's condition is wrong: %s", "correct it"),
        UNKNOWN_ALIAS("the alias names '%s', which is no rule of the correlation", "name one");

        private final String words;
        private final String remedy;

        Code(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
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

        /** Whether the rule is used nevertheless. */
        public boolean warning() {
            return this == ALL_OF_ONE || this == UNUSED_SELECTION;
        }
    }

    /** In English: what was found. */
    public String words() {
        return code.words.formatted(arguments.toArray());
    }

    /** In English: what to do about it. */
    public String remedy() {
        return code == Code.MODIFIER_VALUE
                ? code.remedy.formatted(arguments.getLast())
                : code.remedy.formatted(arguments.isEmpty() ? "" : arguments.getLast());
    }
}
