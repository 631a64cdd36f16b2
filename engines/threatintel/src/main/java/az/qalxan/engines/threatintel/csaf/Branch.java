package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch of the product tree. */
final class Branch {

    private final At at;
    private final @Nullable Branch parent;
    private final int depth;
    private final String category;
    private final String name;

    /**
     * @param parent null for those at the trunk
     * @param depth 1 for those at the trunk
     */
    Branch(At at, @Nullable Branch parent, int depth) {
        this.at = at;
        this.parent = parent;
        this.depth = depth;
        this.category = at.text("category");
        this.name = at.text("name");
    }

    At at() {
        return at;
    }

    @Nullable Branch parent() {
        return parent;
    }

    int depth() {
        return depth;
    }

    String category() {
        return category;
    }

    String name() {
        return name;
    }

    boolean is(String wanted) {
        return category.equals(wanted);
    }

    /** From the trunk to here. */
    List<Branch> way() {
        Branch[] way = new Branch[depth];
        int place = depth;
        for (Branch b = this; b != null; b = b.parent) {
            way[--place] = b;
        }
        return List.of(way);
    }
}
