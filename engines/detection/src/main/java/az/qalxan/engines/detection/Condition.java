package az.qalxan.engines.detection;

import java.util.List;

/** A condition over names of selections. */
sealed interface Condition {

    record Or(List<Condition> parts) implements Condition {}

    record And(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record Named(String name) implements Condition {}

    /**
     * One or all of the selections that fit.
     *
     * @param pattern a name with {@code *}, or {@code them}
     */
    record Of(boolean all, String pattern) implements Condition {}
}
