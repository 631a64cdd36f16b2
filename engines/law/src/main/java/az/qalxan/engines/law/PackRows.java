package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How an entry of each section of a file becomes a fact. */
final class PackRows {

    /** Sections by the name of their key. */
    static final Map<String, Function<PackEntry, LawRow>> SECTIONS =
            Map.ofEntries(
                    Map.entry("instruments", PackRows::instrument),
                    Map.entry("provisions", PackRows::provision),
                    Map.entry("events", PackRows::event),
                    Map.entry("observations", PackRows::observation),
                    Map.entry("statements", PackRows::statement),
                    Map.entry("powers", PackRows::power),
                    Map.entry("mappings", PackRows::mapping),
                    Map.entry("assessments", PackRows::assessment),
                    Map.entry("clocks", PackRows::clock),
                    Map.entry("rules", PackRows::rule),
                    Map.entry("contents", PackRows::content),
                    Map.entry("grounds", PackRows::ground),
                    Map.entry("limits", PackRows::limit),
                    Map.entry("remarks", PackRows::remark),
                    Map.entry("calendars", CalendarEntries::calendar),
                    Map.entry("years", CalendarEntries::year));

    private PackRows() {}

    private static LawRow instrument(PackEntry one) {
        InstrumentKind kind = one.oneOf("kind", InstrumentKind.class);
        LocalDate inForce = one.dateOrNull("in_force");
        LocalDate until = one.dateOrNull("until");
        if (inForce != null && until != null && !inForce.isBefore(until)) {
            one.wrongValue("until", until + " is not after in_force, " + inForce);
            until = null;
        }
        return new Instrument(
                one.instrument("id"),
                one.wording("name"),
                kind,
                kind == InstrumentKind.TREATY ? null : one.stateOrNull(),
                one.text("number", ""),
                one.dateOrNull("opened"),
                inForce,
                until,
                one.oneOf("use", InstrumentUse.class, InstrumentUse.OPEN),
                one.citation());
    }

    private static LawRow provision(PackEntry one) {
        return new Provision(
                one.clause("clause"),
                one.clauseOrNull("parent"),
                one.wording("title"),
                one.period(),
                one.citation());
    }

    private static LawRow event(PackEntry one) {
        return new TreatyEvent(
                one.instrument(),
                one.state(),
                one.oneOf("step", TreatyStep.class),
                one.date("date"),
                one.citation());
    }

    private static LawRow observation(PackEntry one) {
        return new Observation(
                one.instrument(),
                one.state(),
                one.oneOf("kind", ObservationKind.class),
                one.dateOrNull("seen"),
                one.wording("text"),
                one.citation());
    }

    private static LawRow statement(PackEntry one) {
        return new Statement(
                one.text("id"),
                one.oneOf("kind", StatementKind.class),
                one.state(),
                one.clause("clause"),
                one.oneOf("effect", StatementEffect.class),
                one.wording("text"),
                one.period(),
                one.citation());
    }

    private static LawRow power(PackEntry one) {
        return new Power(
                one.text("id"),
                one.state(),
                one.oneOf("function", az.qalxan.engines.law.Function.class),
                one.text("body"),
                one.wording("name"),
                one.clause("clause"),
                one.wordingOrNull("warning"),
                one.period(),
                one.citation());
    }

    private static LawRow mapping(PackEntry one) {
        Clause treaty = one.clause("treaty");
        StateCode state = one.state();
        return new Mapping(
                one.text("id", state + "/" + treaty),
                state,
                treaty,
                one.clauseOrNull("national"),
                one.wording("title"),
                one.oneOf("fit", Fit.class),
                one.wordingOrNull("remark"),
                one.assessor(),
                one.dateOrNull("review_due"),
                one.citation());
    }

    private static LawRow assessment(PackEntry one) {
        return new Assessment(
                one.text("id"),
                one.state(),
                one.clause("treaty"),
                one.oneOf("fit", Fit.class),
                one.wording("text"),
                one.assessor(),
                one.citation());
    }

    private static LawRow clock(PackEntry one) {
        return new ClockRule(
                one.text("id"),
                one.oneOf("kind", ClockKind.class),
                one.clause("clause"),
                one.number("amount", 1, ClockRule.AMOUNT_MAX),
                one.oneOf("unit", ClockUnit.class),
                one.oneOf("start", ClockStart.class),
                one.wording("name"),
                one.period(),
                one.citation());
    }

    private static LawRow rule(PackEntry one) {
        RequestKind kind = one.oneOf("kind", RequestKind.class);
        Clause clause = one.clause("clause");
        StateCode domestic = one.stateOrNull();
        return new BasisRule(
                one.text(
                        "id",
                        (domestic == null ? "" : domestic + "/")
                                + clause
                                + "/"
                                + LawWords.code(kind)),
                kind,
                clause,
                domestic,
                one.number("rank", 0, 1_000),
                one.wording("why"),
                one.oneOf("sender", az.qalxan.engines.law.Function.class),
                one.oneOf("receiver", az.qalxan.engines.law.Function.class),
                criminality(one),
                new BasisParts(
                        one.texts("clocks"),
                        one.texts("contents"),
                        one.texts("grounds"),
                        one.texts("limits"),
                        one.clauses("related")),
                one.period(),
                one.citation());
    }

    private static Criminality criminality(PackEntry rule) {
        PackEntry one = rule.entryOrNull("dual_criminality");
        if (one == null) {
            rule.lacks("dual_criminality", "is missing; say not-stated where nothing is said");
            return new Criminality(CriminalityNeed.NOT_STATED, null, Wording.of("?", "?"));
        }
        Criminality read =
                new Criminality(
                        one.oneOf("need", CriminalityNeed.class),
                        one.clauseOrNull("clause"),
                        one.wording("text"));
        one.finish();
        return read;
    }

    private static LawRow content(PackEntry one) {
        return new Content(
                one.text("id"),
                one.clause("clause"),
                one.wording("text"),
                one.period(),
                one.citation());
    }

    private static LawRow ground(PackEntry one) {
        return new RefusalGround(
                one.text("id"),
                one.clause("clause"),
                one.wording("text"),
                one.period(),
                one.citation());
    }

    private static LawRow limit(PackEntry one) {
        return new UseLimit(
                one.text("id"),
                one.clause("clause"),
                one.wording("text"),
                one.period(),
                one.citation());
    }

    private static LawRow remark(PackEntry one) {
        List<StateCode> states = one.states("states");
        return new Remark(
                one.text("id"),
                one.oneOf("kind", RemarkKind.class),
                states,
                one.oneOf("side", RemarkSide.class, RemarkSide.EITHER),
                one.allOf("requests", RequestKind.class),
                one.has("instrument") ? one.instrument("instrument") : null,
                one.wording("text"),
                one.period(),
                one.citation());
    }
}
