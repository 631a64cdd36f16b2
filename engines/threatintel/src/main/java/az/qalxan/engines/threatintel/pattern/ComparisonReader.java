package az.qalxan.engines.threatintel.pattern;

import az.qalxan.engines.detection.TextExpression;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between the brackets of an observation expression. */
final class ComparisonReader {

    private static final String OPERATOR =
            "an operator: = != < <= > >= IN LIKE MATCHES ISSUBSET ISSUPERSET, or NOT before it";

    private final Tokens tokens;
    private int depth;

    ComparisonReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Comparison either() throws BadPattern {
        List<Comparison> parts = new ArrayList<>(List.of(every()));
        while (tokens.take(TokenKind.OR)) {
            parts.add(every());
        }
        return parts.size() == 1 ? parts.getFirst() : new Comparison.Either(parts);
    }

    private Comparison every() throws BadPattern {
        List<Comparison> parts = new ArrayList<>(List.of(one()));
        while (tokens.take(TokenKind.AND)) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Comparison.Every(parts);
    }

    private Comparison one() throws BadPattern {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case OPEN_PAREN -> inside(token);
            case NOT -> {
                tokens.next();
                tokens.expect(TokenKind.EXISTS, "EXISTS after a NOT that stands before a path");
                yield new Comparison.Exists(path(), true);
            }
            case EXISTS -> {
                tokens.next();
                yield new Comparison.Exists(path(), false);
            }
            default -> {
                ObjectPath path = path();
                boolean negated = tokens.take(TokenKind.NOT);
                yield new Comparison.Test(path, negated, judge());
            }
        };
    }

    private Comparison inside(Token token) throws BadPattern {
        if (++depth > PatternReader.DEPTH_MAX) {
            String allowed = "at most " + PatternReader.DEPTH_MAX + " levels of brackets";
            throw new BadPattern(token.offset(), "(", allowed);
        }
        tokens.next();
        Comparison inside = either();
        tokens.expect(TokenKind.CLOSE_PAREN, "AND, OR or )");
        depth--;
        return inside;
    }

    private ObjectPath path() throws BadPattern {
        boolean hyphened = tokens.peek().kind() == TokenKind.HYPHENED_NAME;
        TokenKind kind = hyphened ? TokenKind.HYPHENED_NAME : TokenKind.NAME;
        String type = tokens.expect(kind, "the type of an object, EXISTS or (").written();
        tokens.expect(TokenKind.COLON, ":");
        List<ObjectPath.Step> steps = new ArrayList<>(List.of(member()));
        while (true) {
            if (tokens.take(TokenKind.DOT)) {
                steps.add(member());
            } else if (tokens.take(TokenKind.OPEN_BRACKET)) {
                steps.add(element());
            } else {
                return new ObjectPath(type, steps);
            }
        }
    }

    private ObjectPath.Step member() throws BadPattern {
        if (tokens.peek().constant() instanceof Constant.Text(String name)) {
            tokens.next();
            return new ObjectPath.Step.Member(name);
        }
        String allowed = "the name of a property, in apostrophes if it has a hyphen";
        return new ObjectPath.Step.Member(tokens.expect(TokenKind.NAME, allowed).written());
    }

    private ObjectPath.Step element() throws BadPattern {
        ObjectPath.Step step;
        if (tokens.take(TokenKind.STAR)) {
            step = new ObjectPath.Step.Elements();
        } else {
            Token token = tokens.expect(TokenKind.WHOLE, "the index of an element, or *");
            step = new ObjectPath.Step.Element(index(token));
        }
        tokens.expect(TokenKind.CLOSE_BRACKET, "]");
        return step;
    }

    /** An index that no list has where the number is negative or very large. */
    private static int index(Token token) {
        if (token.constant() instanceof Constant.Number(BigDecimal number)
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0) {
            return number.intValue();
        }
        return Integer.MAX_VALUE;
    }

    private Judge judge() throws BadPattern {
        TokenKind operator = tokens.peek().kind();
        return switch (operator) {
            case EQUAL, UNEQUAL -> {
                tokens.next();
                Constant constant = constant(true);
                Judge.Among same =
                        new Judge.Among(
                                Set.of(constant.key()), constant instanceof Constant.Moment);
                yield operator == TokenKind.EQUAL ? same : new Judge.Unlike(same);
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                tokens.next();
                yield new Judge.Ordered(operator, constant(false));
            }
            case IN -> {
                tokens.next();
                yield among();
            }
            case LIKE -> {
                tokens.next();
                yield new Judge.Like(LikeText.of(text(text())));
            }
            case MATCHES -> {
                tokens.next();
                yield matches(text());
            }
            case ISSUBSET, ISSUPERSET -> {
                tokens.next();
                yield networks(text(), operator == TokenKind.ISSUBSET);
            }
            default -> throw tokens.unexpected(OPERATOR);
        };
    }

    private Constant constant(boolean truthToo) throws BadPattern {
        Token token = tokens.peek();
        Constant constant = token.constant();
        if (constant == null || (!truthToo && constant instanceof Constant.Truth)) {
            throw tokens.unexpected(
                    "a text, a number, t'…', h'…'"
                            + (truthToo ? ", b'…', true or false" : " or b'…'"));
        }
        tokens.next();
        return constant;
    }

    private Judge among() throws BadPattern {
        tokens.expect(TokenKind.OPEN_PAREN, "( and constants with commas between");
        Set<Object> keys = new HashSet<>();
        Constant first = null;
        while (!tokens.take(TokenKind.CLOSE_PAREN)) {
            if (first != null) {
                tokens.expect(TokenKind.COMMA, ", or )");
            }
            Token token = tokens.peek();
            Constant constant = constant(true);
            first = first == null ? constant : first;
            if (first.getClass() != constant.getClass()) {
                throw new BadPattern(
                        token.offset(), token.words(), "constants of one kind in a set (§9.6.1)");
            }
            keys.add(constant.key());
        }
        return new Judge.Among(keys, first instanceof Constant.Moment);
    }

    private Token text() throws BadPattern {
        return tokens.expect(TokenKind.TEXT, "a text in apostrophes");
    }

    private static String text(Token token) {
        return token.constant() instanceof Constant.Text(String text) ? text : token.written();
    }

    private static Judge matches(Token token) throws BadPattern {
        String written = Normalizer.normalize(text(token), Normalizer.Form.NFC);
        return switch (TextExpression.read(written)) {
            case TextExpression.Reading.Read(TextExpression expression) ->
                    new Judge.Matches(expression);
            case TextExpression.Reading.Refused(String words) ->
                    throw BadPattern.unsupported(
                            token.offset(),
                            "an expression that is not read: " + words,
                            "what PCRE and RE2 have in common");
        };
    }

    private static Judge networks(Token token, boolean inside) throws BadPattern {
        @Nullable Network network = Network.read(text(token));
        if (network == null) {
            throw new BadPattern(token.offset(), token.words(), "an address or a network (CIDR)");
        }
        return new Judge.Networks(network, inside);
    }
}
