package az.qalxan.engines.detection;

import java.util.List;

/** A rule's condition with its selections put in. */
sealed interface Expression {

    record All(List<Expression> parts) implements Expression {}

    record Any(List<Expression> parts) implements Expression {}

    record Not(Expression part) implements Expression {}

    /** One value of the field passes the test. */
    record Field(String field, ValueTest test) implements Expression {}

    /** Any value of the event passes the test. */
    record Keyword(ValueTest test) implements Expression {}

    static Expression all(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
    }

    static Expression any(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
    }
}
