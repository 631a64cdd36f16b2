package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A treaty, law, code or decision.
 *
 * @param state whose law it is; null for a treaty
 * @param number official number, may be empty
 * @param opened the first day on which it could be signed, or on which it was adopted
 * @param inForce the day on which it entered into force at all; null while it has not, or while
 *     nobody knows
 * @param until the day from which it is no longer in force
 * @param use whether it may carry requests
 */
public record Instrument(
        String id,
        Wording name,
        InstrumentKind kind,
        @Nullable StateCode state,
        String number,
        @Nullable LocalDate opened,
        @Nullable LocalDate inForce,
        @Nullable LocalDate until,
        InstrumentUse use,
        Citation citation)
        implements LawRow {

    /** From entry into force on; nobody may rely on it where {@link #inForce} is null. */
    @Override
    public Period period() {
        return new Period(inForce, until);
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(new Clause(id, ""));
    }
}
