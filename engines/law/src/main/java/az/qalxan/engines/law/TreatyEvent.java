package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Set;

/**
 * A step of a state towards a treaty or away from it; a withdrawal's date is that of its effect.
 */
public record TreatyEvent(
        String instrument, StateCode state, TreatyStep step, LocalDate date, Citation citation)
        implements LawRow {

    @Override
    public String id() {
        return instrument + ":" + state + ":" + step + ":" + date;
    }

    @Override
    public Period period() {
        return Period.since(date);
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(new Clause(instrument, ""));
    }
}
