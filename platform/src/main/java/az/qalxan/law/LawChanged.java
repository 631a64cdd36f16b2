package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import java.util.Set;

/**
 * Other law was recorded. Published inside the transaction that records it, in which {@link
 * Law#book()} shows it already.
 *
 * @param clauses the places in instruments that say something else now
 */
public record LawChanged(Set<Clause> clauses) {

    public LawChanged {
        clauses = Set.copyOf(clauses);
    }
}
