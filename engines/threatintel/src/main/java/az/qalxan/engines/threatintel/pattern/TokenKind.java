package az.qalxan.engines.threatintel.pattern;

/** What a piece of a pattern's text is. */
enum TokenKind {
    AND("AND"),
    OR("OR"),
    NOT("NOT"),
    FOLLOWEDBY("FOLLOWEDBY"),
    LIKE("LIKE"),
    MATCHES("MATCHES"),
    ISSUPERSET("ISSUPERSET"),
    ISSUBSET("ISSUBSET"),
    EXISTS("EXISTS"),
    LAST("LAST"),
    IN("IN"),
    START("START"),
    STOP("STOP"),
    SECONDS("SECONDS"),
    TRUTH("true or false"),
    WITHIN("WITHIN"),
    REPEATS("REPEATS"),
    TIMES("TIMES"),
    NAME("a name"),
    HYPHENED_NAME("a name with hyphens"),
    WHOLE("a whole number"),
    FRACTION("a number with a fraction"),
    TEXT("a text in apostrophes"),
    OCTETS("octets, h'…' or b'…'"),
    MOMENT("a timestamp, t'…'"),
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    COLON(":"),
    DOT("."),
    COMMA(","),
    OPEN_PAREN("("),
    CLOSE_PAREN(")"),
    OPEN_BRACKET("["),
    CLOSE_BRACKET("]"),
    STAR("*"),
    END("the end");

    private final String words;

    TokenKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
