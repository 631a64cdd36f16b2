package az.qalxan.engines.law;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article or paragraph in one wording.
 *
 * @param parent the part that it belongs to; null at the top
 */
public record Provision(
        Clause clause, @Nullable Clause parent, Wording title, Period period, Citation citation)
        implements LawRow {

    @Override
    public String id() {
        return period.from() == null ? clause.toString() : clause + "@" + period.from();
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
