package az.qalxan.law;

import az.qalxan.engines.law.Assessment;
import az.qalxan.engines.law.BasisRule;
import az.qalxan.engines.law.CalendarRules;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.Content;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Observation;
import az.qalxan.engines.law.Power;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.RefusalGround;
import az.qalxan.engines.law.Remark;
import az.qalxan.engines.law.Source;
import az.qalxan.engines.law.Statement;
import az.qalxan.engines.law.TreatyEvent;
import az.qalxan.engines.law.UseLimit;
import az.qalxan.engines.law.YearDecision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of facts that are recorded; message key {@code law.kind.<code>}. */
enum FactKind {
    INSTRUMENT(Instrument.class, Dates.OWN),
    PROVISION(Provision.class, Dates.PERIOD),
    TREATY_EVENT(TreatyEvent.class, Dates.OWN),
    OBSERVATION(Observation.class, Dates.OWN),
    STATEMENT(Statement.class, Dates.PERIOD),
    POWER(Power.class, Dates.PERIOD),
    MAPPING(Mapping.class, Dates.STORED),
    ASSESSMENT(Assessment.class, Dates.OWN),
    CLOCK_RULE(ClockRule.class, Dates.PERIOD),
    BASIS_RULE(BasisRule.class, Dates.PERIOD),
    CONTENT(Content.class, Dates.PERIOD),
    REFUSAL_GROUND(RefusalGround.class, Dates.PERIOD),
    USE_LIMIT(UseLimit.class, Dates.PERIOD),
    REMARK(Remark.class, Dates.PERIOD),
    CALENDAR(CalendarRules.class, Dates.PERIOD),
    YEAR_DECISION(YearDecision.class, Dates.OWN),
    COUNTERPART(Counterpart.class, Dates.OWN),
    SOURCE(Source.class, Dates.OWN),
    STANDARD(StandardSlot.class, Dates.OWN),
    EDITION(StandardEdition.class, Dates.OWN);

    /** Where the days stand on which a fact holds. */
    enum Dates {
        /** In the fact's component {@code period}, and as the recording's days. */
        PERIOD,
        /** As the recording's days alone. */
        STORED,
        /** In dates of the fact's own; the recording's days are all. */
        OWN
    }

    private final Class<? extends Record> type;
    private final Dates dates;

    FactKind(Class<? extends Record> type, Dates dates) {
        this.type = type;
        this.dates = dates;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Class<? extends Record> type() {
        return type;
    }

    Dates dates() {
        return dates;
    }

    /** Whether the days on which it holds can be split by a change. */
    boolean splits() {
        return dates != Dates.OWN;
    }

    static Optional<FactKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static FactKind of(Record fact) {
        return List.of(values()).stream()
                .filter(kind -> kind.type.isInstance(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of fact: " + fact));
    }

    /** The address of a fact: wordings of one provision in the course of time share theirs. */
    static LineKey keyOf(Record fact) {
        String key =
                switch (fact) {
                    case Provision provision -> provision.clause().toString();
                    case LawRow row -> row.id();
                    case Source source -> source.id();
                    case Counterpart counterpart -> counterpart.id();
                    case StandardSlot slot -> slot.id();
                    case StandardEdition edition -> edition.id();
                    default -> throw new IllegalArgumentException("no fact of the law: " + fact);
                };
        return new LineKey(of(fact), key);
    }
}
