package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the product tree.
 *
 * @param parent null for those at the trunk
 * @param depth 1 for those at the trunk
 */
record Branch(At at, @Nullable Branch parent, int depth) {

    String category() {
        return at.text("category");
    }

    String name() {
        return at.text("name");
    }

    boolean is(String category) {
        return category().equals(category);
    }

    /** From the trunk to here. */
    List<Branch> way() {
        List<Branch> way = new ArrayList<>();
        for (Branch b = this; b != null; b = b.parent) {
            way.addFirst(b);
        }
        return way;
    }
}
