package az.qalxan.engines.threatintel.csaf;

import org.jspecify.annotations.Nullable;

/**
 * A full product name: what the rest of the document points at.
 *
 * @param leaf the branch that holds it, null outside the branches
 * @param isPath whether it is made of other products
 */
record Product(At at, @Nullable Branch leaf, boolean isPath) {

    String id() {
        return at.text("product_id");
    }

    At helper() {
        return at.at("product_identification_helper");
    }
}
