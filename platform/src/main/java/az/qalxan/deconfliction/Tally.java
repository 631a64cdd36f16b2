package az.qalxan.deconfliction;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts what sources are told of and says which of them are beyond their budget. A source is held
 * from the last match that its budget allows, so that the hold itself tells of no further one.
 */
final class Tally {

    private final Rules.Budget budget;
    private final BiFunction<Source, Why, UUID> opening;
    private final Map<Source, Count> counts;
    private final Map<Source, UUID> holds;

    /** Why a source is held; the name in the database and message key {@code hold.why.<code>}. */
    enum Why {
        TOLD("told"),
        TOLD_30_DAYS("told-30-days"),
        BARE("bare");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What a source did.
     *
     * @param told matches of today that came of today's reports
     * @param told30 matches of thirty days
     * @param bare reports of today that are little more than an identifier
     * @param cleared whether a second person has answered for the source today
     */
    record Count(int told, int told30, int bare, boolean cleared) {

        static final Count NONE = new Count(0, 0, 0, false);

        Count plus(int moreTold, int moreLate) {
            return new Count(told + moreTold, told30 + moreTold + moreLate, bare, cleared);
        }
    }

    /**
     * @param counts what is known of the sources that may be asked for
     * @param holds the open holds by source
     * @param opening opens a hold and gives its id
     */
    Tally(
            Rules.Budget budget,
            Map<Source, Count> counts,
            Map<Source, UUID> holds,
            BiFunction<Source, Why, UUID> opening) {
        this.budget = budget;
        this.counts = new HashMap<>(counts);
        this.holds = new HashMap<>(holds);
        this.opening = opening;
        this.counts.keySet().stream().sorted(ORDER).forEach(this::judge);
    }

    private static final java.util.Comparator<Source> ORDER =
            java.util.Comparator.comparing(Source::body).thenComparing(Source::account);

    /** The hold under which that source stands; null when it is free. */
    @Nullable UUID hold(Source source) {
        return holds.get(source);
    }

    /**
     * Charges a free source for one match.
     *
     * @param late whether the report was there before; such a match counts in the long run only
     */
    void charge(Source source, boolean late) {
        Count now = counts.getOrDefault(source, Count.NONE).plus(late ? 0 : 1, late ? 1 : 0);
        counts.put(source, now);
        judge(source);
    }

    private void judge(Source source) {
        Count count = counts.getOrDefault(source, Count.NONE);
        if (holds.containsKey(source) || count.cleared()) {
            return;
        }
        @Nullable Why why = why(source, count);
        if (why != null) {
            holds.put(source, opening.apply(source, why));
        }
    }

    private @Nullable Why why(Source source, Count count) {
        if (source.isOutside()) {
            return count.told() >= budget.toldPerBody() ? Why.TOLD : null;
        }
        if (count.bare() >= budget.barePerDay()) {
            return Why.BARE;
        }
        if (count.told() >= budget.toldPerDay()) {
            return Why.TOLD;
        }
        return count.told30() >= budget.toldPer30Days() ? Why.TOLD_30_DAYS : null;
    }
}
