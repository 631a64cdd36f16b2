package az.qalxan.engines.law;

import java.util.Set;

/**
 * A term that law sets.
 *
 * @param amount how many units, at least one
 */
public record ClockRule(
        String id,
        ClockKind kind,
        Clause clause,
        int amount,
        ClockUnit unit,
        ClockStart start,
        Wording name,
        Period period,
        Citation citation)
        implements LawRow {

    /** Ten years of days; a longer term is a slip of the hand. */
    public static final int AMOUNT_MAX = 3_660;

    public ClockRule {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException(
                    "a clock runs 1 to %,d units, not %,d".formatted(AMOUNT_MAX, amount));
        }
    }

    @Override
    public Set<Clause> clauses() {
        return Set.of(clause);
    }
}
