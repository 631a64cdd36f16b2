package az.qalxan.engines.law;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a body is competent for a function, by a clause or a declaration.
 *
 * @param body code of the pack's directory where the state is ours, otherwise any stable code
 * @param clause where the power stands; its instrument decides which requests it serves
 * @param warning what a reader must know before relying on it, null if nothing
 */
public record Power(
        String id,
        StateCode state,
        Function function,
        String body,
        Wording name,
        Clause clause,
        @Nullable Wording warning,
        Period period,
        Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
