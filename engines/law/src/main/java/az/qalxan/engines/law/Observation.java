package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw about a state and a treaty where no step is known: that it is no party, that it
 * has not signed, or that nobody found out.
 *
 * @param seen the day to which the sight belongs; null where the source has no date
 */
public record Observation(
        String instrument,
        StateCode state,
        ObservationKind kind,
        @Nullable LocalDate seen,
        Wording text,
        Citation citation)
        implements LawRow {

    @Override
    public String id() {
        return instrument + ":" + state + ":" + kind + (seen == null ? "" : ":" + seen);
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(new Clause(instrument, ""));
    }
}
