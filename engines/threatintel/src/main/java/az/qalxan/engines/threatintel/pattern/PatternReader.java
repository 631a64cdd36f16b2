package az.qalxan.engines.threatintel.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads observation expressions by the published grammar (STIXPattern.g4), without a generator. */
final class PatternReader {

    static final int DEPTH_MAX = 100;
    static final int QUALIFIERS_MAX = 1_000;

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE / 4);
    private static final BigDecimal TIMES_MAX = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private final Tokens tokens;
    private final ComparisonReader comparisons;
    private int depth;
    private int qualifiers;

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
        while (true) {
            TokenKind kind = tokens.peek().kind();
            switch (kind) {
                case WITHIN, REPEATS, START -> {
                    tokens.next();
                    part = qualifier(kind, part);
                }
                default -> {
                    return part;
                }
            }
            if (++qualifiers > QUALIFIERS_MAX) {
                throw tokens.unexpected("at most " + QUALIFIERS_MAX + " qualifiers");
            }
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
        if (token.constant() instanceof Constant.Number(BigDecimal number) && number.signum() > 0) {
            return number;
        }
        throw new BadPattern(token.offset(), token.words(), "a number above 0");
    }

    private Observing between(Observing part) throws BadPattern {
        Instant start = moment();
        tokens.expect(TokenKind.STOP, "STOP");
        return new Observing.Between(part, start, moment());
    }

    /** A timestamp, which STIX 2.0 wrote as a text. */
    private Instant moment() throws BadPattern {
        Instant moment =
                switch (tokens.peek().constant()) {
                    case Constant.Moment(Instant instant) -> instant;
                    case Constant.Text(String text) -> Moments.read(text);
                    case null, default -> null;
                };
        if (moment == null) {
            throw tokens.unexpected("a timestamp, t'…'");
        }
        tokens.next();
        return moment;
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
            throw new BadPattern(
                    token.offset(), "(", "at most " + DEPTH_MAX + " levels of brackets");
        }
        Observing inside = sequence();
        tokens.expect(TokenKind.CLOSE_PAREN, "AND, OR, FOLLOWEDBY, a qualifier or )");
        depth--;
        return inside;
    }
}
