package az.qalxan.engines.law;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That an article may carry a kind of request.
 *
 * @param state for a domestic rule the state whose authorities ask its own operators; null between
 *     states
 * @param rank the lower, the better; decides among usable bases
 * @param why what the article allows, shown as the first reason
 * @param sender function of the asking body
 * @param receiver function of the asked body
 * @param parts identifiers of clocks, contents, grounds and limits
 */
public record BasisRule(
        String id,
        RequestKind kind,
        Clause clause,
        @Nullable StateCode state,
        int rank,
        Wording why,
        Function sender,
        Function receiver,
        Criminality criminality,
        BasisParts parts,
        Period period,
        Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
