package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts what is known of an event's values into expressions, so that less is left to ask. */
final class Simplifying {

    static final Expression HOLDS = new Expression.All(List.of());
    static final Expression NEVER = new Expression.Any(List.of());

    private final LogEvent event;
    private final Set<String> known;

    /**
     * @param known the fields whose values the event gives; of others nothing is known
     */
    Simplifying(LogEvent event, Set<String> known) {
        this.event = event;
        this.known = known;
    }

    Expression of(Expression expression) {
        return switch (expression) {
            case Expression.All all -> all(all.parts());
            case Expression.Any any -> any(any.parts());
            case Expression.Not not -> {
                Expression part = of(not.part());
                if (part.equals(HOLDS)) {
                    yield NEVER;
                }
                yield part.equals(NEVER) ? HOLDS : new Expression.Not(part);
            }
            case Expression.Field field ->
                    known.contains(field.field()) && !(field.test() instanceof ValueTest.OtherField)
                            ? (Interpreter.holds(field, event) ? HOLDS : NEVER)
                            : field;
            case Expression.Keyword keyword -> keyword;
        };
    }

    private Expression all(List<Expression> parts) {
        List<Expression> left = new ArrayList<>();
        for (Expression part : parts) {
            Expression one = of(part);
            if (one.equals(NEVER)) {
                return NEVER;
            }
            if (!one.equals(HOLDS)) {
                left.add(one);
            }
        }
        return Expression.all(left);
    }

    private Expression any(List<Expression> parts) {
        List<Expression> left = new ArrayList<>();
        for (Expression part : parts) {
            Expression one = of(part);
            if (one.equals(HOLDS)) {
                return HOLDS;
            }
            if (!one.equals(NEVER)) {
                left.add(one);
            }
        }
        return Expression.any(left);
    }
}
