package az.qalxan.engines.law;

import java.util.Comparator;
import java.util.List;

/** A set of facts, from packs or from a store, in any order. */
public record LawFacts(List<LawRow> rows, List<Source> sources) {

    public LawFacts {
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
    }

    /** The facts of one kind in order of their identifiers. */
    public <T extends LawRow> List<T> of(Class<T> kind) {
        return rows.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(LawRow::id))
                .toList();
    }
}
