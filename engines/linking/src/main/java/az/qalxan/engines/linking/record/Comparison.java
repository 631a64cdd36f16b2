package az.qalxan.engines.linking.record;

import java.util.List;

/** How cells of one kind are folded, compared and put into blocks. */
interface Comparison {

    /** The form in which cells are compared; empty when the cell says nothing. */
    String fold(String cell);

    /** How far two different values agree; neither is missing. */
    Level level(ValuePool pool, int first, int second);

    /**
     * What is common to all spellings of a value, so that they can be compared at once; the value
     * itself where there is nothing of the kind.
     */
    default String spelling(String value) {
        return value;
    }

    /** Where learning begins: how often cells of one person agree so far. */
    Expectation expectation();

    /** The parts by which rows can be put into blocks. */
    List<Feature> features();
}
