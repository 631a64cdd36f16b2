package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * What made a rule hold, as {@link Interpreter#matches} tells it. Asks the checks, which are
 * quicker, and the interpreter only for the values that it has to name.
 */
final class Matches {

    private final SlottedEvent event;
    private final List<MatchedValue> found = new ArrayList<>();

    private Matches(SlottedEvent event) {
        this.event = event;
    }

    /**
     * @param check made of the expression, and so of the same parts
     */
    static List<MatchedValue> of(Expression expression, Check check, SlottedEvent event) {
        Matches matches = new Matches(event);
        matches.gather(expression, check);
        return List.copyOf(matches.found);
    }

    private void gather(Expression expression, Check check) {
        if (!check.holds(event)) {
            return;
        }
        switch (expression) {
            case Expression.All all -> gather(all.parts(), ((Check.All) check).parts());
            case Expression.Any any -> gather(any.parts(), ((Check.Any) check).parts());
            case Expression.Not _ -> {}
            case Expression.Field _, Expression.Keyword _ ->
                    Interpreter.gather(expression, event, found);
        }
    }

    private void gather(List<Expression> parts, Check[] checks) {
        for (int i = 0; i < checks.length; i++) {
            gather(parts.get(i), checks[i]);
        }
    }
}
