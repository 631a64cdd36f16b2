package az.qalxan.engines.threatintel.pattern;

import java.util.List;

/**
 * Which values of which objects are compared (STIX 2.1 §9.7).
 *
 * @param type the type of the objects that it starts from
 */
record ObjectPath(String type, List<Step> steps) {

    ObjectPath {
        steps = List.copyOf(steps);
    }

    /** One step from a value to the values in it. */
    sealed interface Step {

        /** Into a member of an object; a reference leads to what it names. */
        record Member(String name) implements Step {}

        /** To one element of a list. */
        record Element(int index) implements Step {}

        /** To all elements of a list. */
        record Elements() implements Step {}
    }
}
