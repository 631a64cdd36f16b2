package az.qalxan.engines.law;

import java.util.List;

/**
 * Whether the act must be an offence on both sides, and what both states said about it.
 *
 * @param statements of both states that bear on it: they say when an act is no offence there
 */
public record DualCriminality(
        Criminality rule, Standing standing, List<Statement> statements, List<Reason> reasons) {

    public DualCriminality {
        statements = List.copyOf(statements);
        reasons = List.copyOf(reasons);
    }
}
