package az.qalxan.engines.law;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must mention although no article follows from it: an open point, what a state may
 * do without a treaty, reciprocity.
 *
 * @param states the states that it concerns; empty for all between states
 * @param side on which side they must stand
 * @param kinds the kinds of request that it concerns; empty for all
 * @param instrument the instrument that it concerns; null for all
 */
public record Remark(
        String id,
        RemarkKind kind,
        List<StateCode> states,
        RemarkSide side,
        List<RequestKind> kinds,
        @Nullable String instrument,
        Wording text,
        Period period,
        Citation citation)
        implements LawRow {

    public Remark {
        states = List.copyOf(states);
        kinds = List.copyOf(kinds);
    }

    @Override
    public Set<Clause> clauses() {
        return instrument == null ? Set.of() : Set.of(new Clause(instrument, ""));
    }
}
