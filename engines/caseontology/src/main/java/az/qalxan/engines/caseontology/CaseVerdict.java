package az.qalxan.engines.caseontology;

import java.util.List;

/** What the shapes say of one file. */
public sealed interface CaseVerdict {

    /** No shape is violated. */
    record Valid(int triples, List<Finding> remarks) implements CaseVerdict {
        public Valid {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * At least one shape is violated.
     *
     * @param more whether there are violations or remarks beyond those told
     */
    record Invalid(int triples, List<Finding> violations, List<Finding> remarks, boolean more)
            implements CaseVerdict {
        public Invalid {
            violations = List.copyOf(violations);
            remarks = List.copyOf(remarks);
        }
    }

    /** It is no graph that could be judged, or too large a one. */
    record Refused(String sentence) implements CaseVerdict {}

    default boolean valid() {
        return this instanceof Valid;
    }
}
