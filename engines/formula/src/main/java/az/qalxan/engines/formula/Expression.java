package az.qalxan.engines.formula;

import java.math.BigDecimal;
import java.util.List;

/** A part of a formula, with the offset at which it stands. */
public sealed interface Expression {

    int offset();

    /** A number. */
    record Constant(BigDecimal value, int offset) implements Expression {}

    /** A named figure, in the period that is asked for. */
    record Figure(String name, int offset) implements Expression {}

    /** The same with the other sign. */
    record Negated(Expression of, int offset) implements Expression {}

    /** Two parts joined by a sign. */
    record Joined(Sign sign, Expression left, Expression right, int offset) implements Expression {}

    /**
     * A function of parts.
     *
     * @param periods how many periods it reaches over; 0 of a function without any
     */
    record Call(Function function, List<Expression> parts, int periods, int offset)
            implements Expression {

        public Call {
            parts = List.copyOf(parts);
        }

        /** The first part. */
        public Expression first() {
            return parts.getFirst();
        }

        /** The second part of a ratio or a share. */
        public Expression second() {
            return parts.get(1);
        }
    }

    /** What stands between two parts. */
    enum Sign {
        PLUS('+', 1),
        MINUS('-', 1),
        TIMES('*', 2),
        DIVIDED('/', 2);

        private final char written;
        private final int strength;

        Sign(char written, int strength) {
            this.written = written;
            this.strength = strength;
        }

        public char written() {
            return written;
        }

        /** Products bind before sums. */
        int strength() {
            return strength;
        }
    }

    /** A function. */
    enum Function {
        /** {@code ratio(a, b)}: a for each one of b. */
        RATIO("ratio", 2, false),
        /** {@code share(part, whole)}: the part in hundredths of the whole. */
        SHARE("share", 2, false),
        /** {@code before(a, n)}: a as it was n periods before. */
        BEFORE("before", 1, true),
        /** {@code total(a, n)}: a of this period and the n - 1 before it, added up. */
        TOTAL("total", 1, true),
        /** {@code change(a, n)}: by how many hundredths a differs from n periods before. */
        CHANGE("change", 1, true);

        private final String written;
        private final int parts;
        private final boolean reaching;

        Function(String written, int parts, boolean reaching) {
            this.written = written;
            this.parts = parts;
            this.reaching = reaching;
        }

        public String written() {
            return written;
        }

        int parts() {
            return parts;
        }

        /** Whether its last argument is a number of periods. */
        public boolean reaching() {
            return reaching;
        }
    }
}
