package az.qalxan.engines.detection;

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

    /**
     * One of the parts holds.
     *
     * @param quickly the same checks put together, see {@link AnyOf}
     */
    record Any(Check[] parts, Check[] quickly) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (Check part : quickly) {
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
     * An expression against a field's values. Where texts are known that it needs, they are looked
     * for first, which is quicker than any automaton.
     *
     * @param needed of each set one stands in whatever the expression fits
     */
    record Fitting(int slot, LinearRegex regex, BytePattern[][] needed) implements Check {

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
            for (BytePattern[] some : needed) {
                if (!oneMatches(some, event, value)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean oneMatches(BytePattern[] some, SlottedEvent event, int value) {
            for (BytePattern one : some) {
                if (one.matches(event.folded(), event.from(value), event.until(value))) {
                    return true;
                }
            }
            return false;
        }

        private boolean fits(SlottedEvent event, int value) {
            return event.ascii(value)
                    ? regex.finds(event.written(value))
                    : regex.finds(event.original(value).shown());
        }
    }

    /** Whether one of many texts stands in a field: all are looked for in one go. */
    record AnyPart(int slot, LiteralScan parts) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                if (event.kind(value) != ValueKind.NOTHING
                        && parts.finds(event.folded(), event.from(value), event.until(value))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A network against the addresses that a field's texts are. */
    record InNetwork(int slot, Network network) implements Check {

        @Override
        public boolean holds(SlottedEvent event) {
            Address address = event.address();
            for (int value = event.first(slot); value >= 0; value = event.next(value)) {
                if (event.kind(value) == ValueKind.TEXT
                        && address.read(event.folded(), event.from(value), event.until(value))
                        && network.holds(address)) {
                    return true;
                }
            }
            return false;
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
}
