package az.qalxan.engines.law;

import java.util.Set;

/** Something that a request must say. */
public record Content(String id, Clause clause, Wording text, Period period, Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
