package az.qalxan.engines.law;

import java.util.Set;

/**
 * What a state said about an article when it bound itself.
 *
 * @param effect what follows for requests
 */
public record Statement(
        String id,
        StatementKind kind,
        StateCode state,
        Clause clause,
        StatementEffect effect,
        Wording text,
        Period period,
        Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
