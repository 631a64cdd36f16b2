package az.qalxan.operators;

import az.qalxan.web.Problem;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import java.util.List;

/** The problems of this module. */
enum OperatorsProblem implements Problem {
    /** The order was changed since the page was read. */
    ORDER_CHANGED("order-changed", 409),
    /** The order's state, or who takes the step, does not allow it. */
    ORDER_STEP("order-step", 409),
    /** Such an operator, or its address in messages, stands in the register already. */
    PROVIDER_KNOWN("provider-known", 409);

    private final String slug;
    private final int status;

    OperatorsProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** A step that cannot be taken; {@code why} is the end of {@code operators.refused.<why>}. */
    static ProblemFound step(String why) {
        return ProblemFound.with(
                ORDER_STEP, List.of(Violation.at("step", "operators.refused." + why)));
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
