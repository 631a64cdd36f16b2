package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was decided about one year: the days of movable holidays and single exceptions. A year
 * without a decision is provisional.
 *
 * @param days by the identifier of the movable holiday
 */
public record YearDecision(
        StateCode state,
        int year,
        Map<String, List<LocalDate>> days,
        List<DayOverride> overrides,
        Citation citation)
        implements LawRow {

    public YearDecision {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
        overrides = List.copyOf(overrides);
    }

    @Override
    public String id() {
        return state + ":" + year;
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of();
    }
}
