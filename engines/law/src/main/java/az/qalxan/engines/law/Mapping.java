package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the harmonisation matrix: what a state's law has for an article of a treaty.
 *
 * @param national place in the national law; null where none was found
 * @param title of the national provision, or what stands instead
 * @param note what a reader of the cell must know; null if nothing
 * @param reviewDue the day by which a lawyer must look again; null if none is set
 */
public record Mapping(
        String id,
        StateCode state,
        Clause treaty,
        @Nullable Clause national,
        Wording title,
        Fit fit,
        @Nullable Wording note,
        Assessor by,
        @Nullable LocalDate reviewDue,
        Citation citation)
        implements LawRow {

    @Override
    public Set<Clause> clauses() {
        return national == null ? Set.of(treaty) : Set.of(treaty, national);
    }
}
