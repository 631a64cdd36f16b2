package az.qalxan.engines.detection;

import java.util.List;

/** An expression made ready for events in slots: the same answer as the {@link Interpreter}'s. */
sealed interface Check {

    boolean holds(SlottedEvent event);

    record All(Check[] parts) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (Check part : parts) {
                if (!part.holds(event)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(Check[] parts) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (Check part : parts) {
                if (part.holds(event)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Check part) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            return !part.holds(event);
        }
    }

    /** A text of a rule against the folded bytes of a field's values. */
    record Folded(int slot, BytePattern pattern) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                if (event.kind(value) != ValueKind.NOTHING
                        && pattern.matches(event.folded(), event.from(value), event.until(value))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Anything else, as the interpreter does it. */
    record Interpreted(Expression expression) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            return Interpreter.holds(expression, event);
        }
    }

    static Check of(Expression expression, FieldSlots slots) {
        return switch (expression) {
            case Expression.All all -> new All(each(all.parts(), slots));
            case Expression.Any any -> new Any(each(any.parts(), slots));
            case Expression.Not not -> new Not(of(not.part(), slots));
            case Expression.Field field
                    when field.test() instanceof ValueTest.Textual textual
                            && !textual.cased()
                            && BytePattern.can(textual.text()) ->
                    new Folded(slots.of(field.field()), new BytePattern(textual.text()));
            case Expression.Field _, Expression.Keyword _ -> new Interpreted(expression);
        };
    }

    private static Check[] each(List<Expression> parts, FieldSlots slots) {
        return parts.stream().map(part -> of(part, slots)).toArray(Check[]::new);
    }
}
