package az.qalxan.engines.law;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dated fact of the law, as packs and stores keep it. All are records, so a store may keep them
 * as JSON.
 */
public sealed interface LawRow
        permits Assessment,
                BasisRule,
                CalendarRules,
                ClockRule,
                Content,
                Instrument,
                Mapping,
                Observation,
                Power,
                Provision,
                RefusalGround,
                Remark,
                Statement,
                TreatyEvent,
                UseLimit,
                YearDecision {

    /** Names the fact among those of its kind; stays the same when the fact is corrected. */
    String id();

    Citation citation();

    /** When the fact holds. */
    default Period period() {
        return Period.ALWAYS;
    }

    /** The state whose fact it is, null where it is no state's own. */
    default @Nullable StateCode state() {
        return null;
    }

    /** The places in instruments that change when the fact changes. */
    Set<Clause> clauses();
}
