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

    /** A text of a rule against the bytes of a field's values, with regard to case. */
    record Cased(int slot, BytePattern pattern) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                if (event.kind(value) != ValueKind.NOTHING) {
                    byte[] written = event.written(value);
                    if (pattern.matches(written, 0, written.length)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * An expression against a field's values. Where texts are known of which it needs one, they are
     * looked for first: that is quicker than any automaton.
     */
    record Fitting(int slot, LinearRegex regex, BytePattern[] needed) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                if (event.kind(value) != ValueKind.NOTHING
                        && mayFit(event, value)
                        && fits(event, value)) {
                    return true;
                }
            }
            return false;
        }

        private boolean mayFit(SlottedEvent event, int value) {
            for (BytePattern one : needed) {
                if (one.matches(event.folded(), event.from(value), event.until(value))) {
                    return true;
                }
            }
            return needed.length == 0;
        }

        private boolean fits(SlottedEvent event, int value) {
            return event.ascii(value)
                    ? regex.finds(event.written(value))
                    : regex.finds(event.original(value).shown());
        }
    }

    /** The field is missing or holds null. */
    record Nothing(int slot) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            int value = event.first(slot);
            boolean holds = value < 0;
            while (value >= 0 && !holds) {
                holds = event.kind(value) == ValueKind.NOTHING;
                value = event.next(value);
            }
            return holds;
        }
    }

    record Exists(int slot, boolean there) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            return event.first(slot) >= 0 == there;
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
            case Expression.Field field -> of(field, slots.of(field.field()));
            case Expression.Keyword _ -> new Interpreted(expression);
        };
    }

    private static Check of(Expression.Field field, int slot) {
        return switch (field.test()) {
            case ValueTest.Textual textual when BytePattern.can(textual.text()) ->
                    textual.cased()
                            ? new Cased(slot, new BytePattern(textual.text(), true))
                            : new Folded(slot, new BytePattern(textual.text(), false));
            case ValueTest.Regular regular ->
                    new Fitting(slot, regular.regex(), needed(regular.regex()));
            case ValueTest.Nothing _ -> new Nothing(slot);
            case ValueTest.Exists exists -> new Exists(slot, exists.there());
            default -> new Interpreted(field);
        };
    }

    private static BytePattern[] needed(LinearRegex regex) {
        return RegexLiterals.of(regex).stream()
                .map(text -> new BytePattern(SigmaText.plain(text).anywhere(), false))
                .toArray(BytePattern[]::new);
    }

    private static Check[] each(List<Expression> parts, FieldSlots slots) {
        return parts.stream().map(part -> of(part, slots)).toArray(Check[]::new);
    }
}
