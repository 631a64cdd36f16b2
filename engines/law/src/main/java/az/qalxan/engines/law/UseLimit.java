package az.qalxan.engines.law;

import java.util.Set;

/** A limit on the use of what was received; it binds the receiver afterwards. */
public record UseLimit(String id, Clause clause, Wording text, Period period, Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
