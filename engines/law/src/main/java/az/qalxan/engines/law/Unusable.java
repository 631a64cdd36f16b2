package az.qalxan.engines.law;

import java.util.List;

/** An article that could carry such a request, and why it cannot between these states that day. */
public record Unusable(Clause clause, Wording title, List<Reason> reasons) {

    public Unusable {
        reasons = List.copyOf(reasons);
    }
}
