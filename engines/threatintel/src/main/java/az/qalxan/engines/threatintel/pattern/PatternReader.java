package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads observation expressions by the published grammar (STIXPattern.g4), without a generator. */
final class PatternReader {

    static final int DEPTH_MAX = 100;

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE / 4);
    private static final BigDecimal TIMES_MAX = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private final Tokens tokens;
    private final ComparisonReader comparisons;
    private int depth;

    PatternReader(String text) throws BadPattern {
        tokens = new Tokens(text);
        comparisons = new ComparisonReader(tokens);
    }

    Observing read() throws BadPattern {
        Observing root = sequence();
        tokens.expect(TokenKind.END, "AND, OR, FOLLOWEDBY, a qualifier or the end");
        return root;
    }

    private Observing sequence() throws BadPattern {
        List<Observing> parts = new ArrayList<>(List.of(either()));
        while (tokens.take(TokenKind.FOLLOWEDBY)) {
            parts.add(either());
        }
        return parts.size() == 1 ? parts.getFirst() : new Observing.Sequence(parts);
    }

    private Observing either() throws BadPattern {
        List<Observing> parts = new ArrayList<>(List.of(every()));
        while (tokens.take(TokenKind.OR)) {
            parts.add(every());
        }
        return parts.size() == 1 ? parts.getFirst() : new Observing.Either(parts);
    }

    private Observing every() throws BadPattern {
        List<Observing> parts = new ArrayList<>(List.of(qualified()));
        while (tokens.take(TokenKind.AND)) {
            parts.add(qualified());
        }
        return parts.size() == 1 ? parts.getFirst() : new Observing.Every(parts);
    }

    private Observing qualified() throws BadPattern {
        Observing part = one();
        Set<TokenKind> used = EnumSet.noneOf(TokenKind.class);
        while (true) {
            Token token = tokens.peek();
            boolean qualifies =
                    switch (token.kind()) {
                        case WITHIN, REPEATS, START -> true;
                        default -> false;
                    };
            if (!qualifies) {
                return part;
            }
            if (!used.add(token.kind())) {
                throw new BadPattern(
                        token.offset(), "a second " + token.words(), "one of each qualifier (§9.5.1)");
            }
            tokens.next();
            part = qualifier(token.kind(), part);
        }
    }

    private Observing qualifier(TokenKind kind, Observing part) throws BadPattern {
        return switch (kind) {
            case WITHIN -> within(part);
            case REPEATS -> repeats(part);
            default -> between(part);
        };
    }

    private Observing within(Observing part) throws BadPattern {
        boolean whole = tokens.peek().kind() == TokenKind.WHOLE;
        TokenKind kind = whole ? TokenKind.WHOLE : TokenKind.FRACTION;
        BigDecimal seconds = positive(tokens.expect(kind, "a positive number of seconds"));
        tokens.expect(TokenKind.SECONDS, "SECONDS");
        BigDecimal nanos = seconds.multiply(NANOS).min(NANOS_MAX);
        return new Observing.Within(part, nanos.longValue());
    }

    private Observing repeats(Observing part) throws BadPattern {
        BigDecimal times =
                positive(tokens.expect(TokenKind.WHOLE, "a positive whole number of times"));
        tokens.expect(TokenKind.TIMES, "TIMES");
        return new Observing.Repeated(part, times.min(TIMES_MAX).longValue());
    }

    private static BigDecimal positive(Token token) throws BadPattern {
        if (token.constant() instanceof Constant.Number(BigDecimal number)
                && number.signum() > 0) {
            return number;
        }
        throw new BadPattern(token.offset(), token.words(), "a number above 0");
    }

    private Observing between(Observing part) throws BadPattern {
        Constant start = tokens.expect(TokenKind.MOMENT, "a timestamp, t'…'").constant();
        tokens.expect(TokenKind.STOP, "STOP");
        Token stop = tokens.expect(TokenKind.MOMENT, "a timestamp, t'…'");
        if (start instanceof Constant.Moment from && stop.constant() instanceof Constant.Moment to) {
            return new Observing.Between(part, from.instant(), to.instant());
        }
        throw new BadPattern(stop.offset(), stop.words(), "a timestamp, t'…'");
    }

    private Observing one() throws BadPattern {
        Token token = tokens.peek();
        if (tokens.take(TokenKind.OPEN_BRACKET)) {
            Comparison comparison = comparisons.either();
            tokens.expect(TokenKind.CLOSE_BRACKET, "AND, OR or ]");
            return new Observing.Simple(comparison);
        }
        tokens.expect(TokenKind.OPEN_PAREN, "[ or (");
        if (++depth > DEPTH_MAX) {
            throw new BadPattern(token.offset(), "(", "at most " + DEPTH_MAX + " levels of brackets");
        }
        Observing inside = sequence();
        tokens.expect(TokenKind.CLOSE_PAREN, "AND, OR, FOLLOWEDBY, a qualifier or )");
        depth--;
        return inside;
    }
}
