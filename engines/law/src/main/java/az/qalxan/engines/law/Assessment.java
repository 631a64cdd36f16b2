package az.qalxan.engines.law;

import java.util.Set;

/**
 * What somebody outside judged of a state's law at a time. It stands beside the matrix and is never
 * overwritten by a later one.
 */
public record Assessment(
        String id,
        StateCode state,
        Clause treaty,
        Fit fit,
        Wording text,
        Assessor by,
        Citation citation)
        implements LawRow {

    @Override
    public Period period() {
        return Period.since(by.at());
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(treaty);
    }
}
