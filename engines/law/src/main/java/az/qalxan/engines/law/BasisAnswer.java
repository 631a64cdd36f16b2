package az.qalxan.engines.law;

import java.util.List;
import java.util.Optional;

/**
 * Every article that may carry the request, best first, and every one that may not.
 *
 * @param reasons about the answer as a whole: that there is no basis, what may be done anyway, what
 *     is open
 */
public record BasisAnswer(
        BasisQuestion question, List<Basis> usable, List<Unusable> unusable, List<Reason> reasons) {

    public BasisAnswer {
        usable = List.copyOf(usable);
        unusable = List.copyOf(unusable);
        reasons = List.copyOf(reasons);
    }

    /** The basis that the engine proposes; a person may choose another with a reason. */
    public Optional<Basis> best() {
        return usable.stream().findFirst();
    }
}
