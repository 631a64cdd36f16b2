package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All facts of the law in one immutable, indexed form that answers questions. */
public final class LawBook {

    private final LawFacts facts;

    private LawBook(LawFacts facts) {
        this.facts = facts;
    }

    /** A book of these facts, from packs or from rows of a store, in any order. */
    public static LawBook of(LawFacts facts) {
        return new LawBook(facts);
    }

    public LawFacts facts() {
        return facts;
    }

    /** Which articles may carry the request, and which may not, with reasons. */
    public BasisAnswer basis(BasisQuestion question) {
        return new BasisAnswer(question, List.of(), List.of(), List.of());
    }

    /** The clock of that name as it holds on the day. */
    public Optional<ClockRule> clock(String id, LocalDate on) {
        return clocks(on).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Every clock that holds on the day. */
    public List<ClockRule> clocks(LocalDate on) {
        return facts.of(ClockRule.class).stream().filter(one -> one.period().contains(on)).toList();
    }

    public List<StateCode> states() {
        return List.of();
    }

    public List<Instrument> instruments() {
        return facts.of(Instrument.class);
    }

    public Optional<Instrument> instrument(String id) {
        return instruments().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The articles of an instrument on a day, in their order. */
    public List<Provision> provisions(String instrument, LocalDate on) {
        return facts.of(Provision.class).stream()
                .filter(one -> one.clause().instrument().equals(instrument))
                .filter(one -> one.period().contains(on))
                .toList();
    }

    /** Where a state stands with a treaty on a day. */
    public Participation participation(String instrument, StateCode state, LocalDate on) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The law on one day. */
    public LawDay on(LocalDate day) {
        return new LawDay(day, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Optional<Source> source(String id) {
        return facts.sources().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The working days of a state in its usual week. */
    public Optional<WorkingCalendar> calendar(StateCode state) {
        return facts.of(CalendarRules.class).stream()
                .filter(one -> one.state().equals(state))
                .findFirst()
                .map(one -> WorkingCalendar.of(one, facts.of(YearDecision.class)));
    }
}
