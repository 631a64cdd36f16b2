package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.StateCode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cells of the matrix have to be looked at again when law changes. */
final class Reopening {

    /** Kinds whose change may make a comparison wrong. */
    private static final Set<FactKind> COMPARED =
            EnumSet.of(
                    FactKind.INSTRUMENT,
                    FactKind.PROVISION,
                    FactKind.TREATY_EVENT,
                    FactKind.STATEMENT);

    private Reopening() {}

    /**
     * The cells that a change touches, each with the place that changed.
     *
     * @param fact the changed fact, as it is or was
     */
    static Map<LineKey, Clause> of(Known known, FactKind kind, Record fact, Set<Clause> clauses) {
        Map<LineKey, Clause> cells = new LinkedHashMap<>();
        if (!COMPARED.contains(kind)) {
            return cells;
        }
        @Nullable StateCode state = fact instanceof LawRow row ? row.state() : null;
        for (Held<Mapping> cell : known.of(Mapping.class)) {
            if (state == null || state.equals(cell.fact().state())) {
                touched(cell.fact(), clauses).ifPresent(place -> cells.put(cell.line(), place));
            }
        }
        return cells;
    }

    private static Optional<Clause> touched(Mapping cell, Set<Clause> clauses) {
        List<Clause> compared =
                Stream.of(cell.treaty(), cell.national()).filter(Objects::nonNull).toList();
        return clauses.stream()
                .sorted()
                .filter(changed ->
                        compared.stream()
                                .anyMatch(one -> changed.covers(one) || one.covers(changed)))
                .findFirst();
    }
}
