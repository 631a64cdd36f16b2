package az.qalxan.engines.linking.record;

import java.util.function.UnaryOperator;

/**
 * A part of a folded value by which rows can be put into one block.
 *
 * @param label as a report names it; empty for the whole value
 * @param of gives the part, or an empty string for a value without one
 */
record Feature(String label, UnaryOperator<String> of) {

    static Feature whole() {
        return new Feature("", value -> value);
    }
}
