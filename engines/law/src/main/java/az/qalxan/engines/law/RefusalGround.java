package az.qalxan.engines.law;

import java.util.Set;

/** A reason for which the asked state may refuse. */
public record RefusalGround(
        String id, Clause clause, Wording text, Period period, Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
