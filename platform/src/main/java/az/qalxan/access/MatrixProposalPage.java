package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a change of the matrix is proposed.
 *
 * @param rule the rule to change; null for a new one
 */
record MatrixProposalPage(
        @Nullable MatrixRule rule, String note, List<Violation> wrong, List<String> bodies) {

    MatrixProposalPage {
        wrong = List.copyOf(wrong);
        bodies = List.copyOf(bodies);
    }
}
