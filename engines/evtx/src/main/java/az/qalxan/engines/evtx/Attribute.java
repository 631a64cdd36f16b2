package az.qalxan.engines.evtx;

import java.util.List;

/** An attribute and the pieces of its value. */
final class Attribute {

    final Name name;
    final Content[] value;

    Attribute(Name name, List<Content> value) {
        this.name = name;
        this.value = value.toArray(Content[]::new);
    }

    /**
     * An optional value that is not there takes its attribute with it (MS-EVEN6 §3.1.4.7.2); so
     * does having no value at all.
     */
    boolean omitted(Values values) {
        boolean something = false;
        for (Content one : value) {
            if (one instanceof Slot slot && values.type(slot.index()) == ValueType.NULL) {
                if (slot.optional()) {
                    return true;
                }
            } else {
                something = true;
            }
        }
        return !something;
    }
}
