package az.qalxan.engines.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is competent on one side.
 *
 * @param body code of the body; empty where nobody knows
 * @param name of the body, or the words that it is not known
 * @param clause by which it is competent; null where nobody knows
 */
public record Authority(
        StateCode state,
        Function function,
        String body,
        Wording name,
        @Nullable Clause clause,
        Standing standing,
        List<Reason> reasons) {

    public Authority {
        reasons = List.copyOf(reasons);
    }

    public boolean known() {
        return !body.isEmpty();
    }
}
