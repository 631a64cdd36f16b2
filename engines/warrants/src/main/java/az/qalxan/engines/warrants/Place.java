package az.qalxan.engines.warrants;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a message.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param parent where the surrounding element stands; absent for the root
 * @param step the name of the element, with its number among its like from the second on
 */
public record Place(int line, int column, @Nullable Place parent, String step) {

    /** The path from the root, such as {@code /HI1Message/Payload/…/ActionRequest[2]}. */
    public String path() {
        Deque<String> steps = new ArrayDeque<>();
        for (Place at = this; at != null; at = at.parent()) {
            steps.push(at.step());
        }
        return "/" + String.join("/", steps);
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + path();
    }
}
