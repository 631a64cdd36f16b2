package az.qalxan.engines.law;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a state's working days.
 *
 * @param zone in which its days begin
 * @param weeks the usual one first
 * @param moves the clause by which a rest day on a holiday moves; null where none does
 * @param adds the clause by which a religious day on another holiday adds a free one; null if none
 * @param decides the clause by which the movable days are decided
 */
public record CalendarRules(
        String id,
        StateCode state,
        Wording name,
        ZoneId zone,
        List<Week> weeks,
        List<FixedDay> fixed,
        List<MovableDay> movable,
        @Nullable Clause moves,
        @Nullable Clause adds,
        @Nullable Clause decides,
        Period period,
        Citation citation)
        implements LawRow {

    public CalendarRules {
        weeks = List.copyOf(weeks);
        fixed = List.copyOf(fixed);
        movable = List.copyOf(movable);
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException("a calendar has at least one week");
        }
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of();
    }
}
