package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All facts of the law in one immutable, indexed form that answers questions. The order in which
 * the facts came does not matter. May be shared by threads.
 */
public final class LawBook {

    /** Steps towards treaties are told this many days before and after a day. */
    public static final int NEAR_DAYS = 365;

    private final LawFacts facts;
    private final List<Instrument> all;
    private final Map<String, Instrument> instruments;
    private final Map<String, List<ClockRule>> clocks;
    private final Map<RequestKind, List<BasisRule>> rules;
    private final Map<StateCode, List<Statement>> statements;
    private final Map<StateCode, List<Power>> powers;
    private final Map<String, List<Provision>> provisions;
    private final Map<StateCode, WorkingCalendar> calendars;
    private final Map<String, Source> sources;
    private final List<StateCode> states;
    private final TreatyTable treaties;
    private final BasisChoice choice;

    private LawBook(LawFacts facts) {
        this.facts = facts;
        this.instruments = new HashMap<>();
        this.all = facts.of(Instrument.class);
        all.forEach(one -> instruments.put(one.id(), one));
        this.clocks = grouped(ClockRule.class, ClockRule::id);
        this.rules = grouped(BasisRule.class, BasisRule::kind);
        this.statements = grouped(Statement.class, Statement::state);
        this.powers = grouped(Power.class, Power::state);
        this.provisions = grouped(Provision.class, one -> one.clause().instrument());
        this.sources = new HashMap<>();
        facts.sources().forEach(one -> sources.put(one.id(), one));
        this.calendars = new HashMap<>();
        for (CalendarRules one : facts.of(CalendarRules.class)) {
            calendars.putIfAbsent(
                    one.state(), WorkingCalendar.of(one, facts.of(YearDecision.class)));
        }
        TreeSet<StateCode> named = new TreeSet<>();
        for (LawRow row : facts.rows()) {
            StateCode state = row.state();
            if (state != null) {
                named.add(state);
            }
        }
        this.states = List.copyOf(named);
        this.treaties = new TreatyTable(facts.of(TreatyEvent.class), facts.of(Observation.class));
        this.choice = new BasisChoice(this, new RuleParts(facts));
    }

    /** A book of these facts, from packs or from rows of a store, in any order. */
    public static LawBook of(LawFacts facts) {
        return new LawBook(facts);
    }

    private <K, T extends LawRow> Map<K, List<T>> grouped(
            Class<T> kind, java.util.function.Function<T, K> key) {
        Map<K, List<T>> groups = new HashMap<>();
        for (T one : facts.of(kind)) {
            groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one);
        }
        groups.replaceAll((any, list) -> List.copyOf(list));
        return groups;
    }

    public LawFacts facts() {
        return facts;
    }

    /** Which articles may carry the request, and which may not, with reasons. */
    public BasisAnswer basis(BasisQuestion question) {
        return choice.answer(question);
    }

    /** The clock of that name as it holds on the day. */
    public Optional<ClockRule> clock(String id, LocalDate on) {
        return clocks.getOrDefault(id, List.of()).stream()
                .filter(one -> one.period().contains(on))
                .findFirst();
    }

    /** Every clock that holds on the day, by name. */
    public List<ClockRule> clocks(LocalDate on) {
        return clocks.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.period().contains(on))
                .sorted(Comparator.comparing(ClockRule::id))
                .toList();
    }

    /** Every state of which the book holds a fact. */
    public List<StateCode> states() {
        return states;
    }

    /** Every instrument, by its identifier. */
    public List<Instrument> instruments() {
        return all;
    }

    public Optional<Instrument> instrument(String id) {
        return Optional.ofNullable(instruments.get(id));
    }

    /** The articles of an instrument on a day, in the order of their numbers. */
    public List<Provision> provisions(String instrument, LocalDate on) {
        return provisions.getOrDefault(instrument, List.of()).stream()
                .filter(one -> one.period().contains(on))
                .sorted(Comparator.comparing(one -> one.clause().article(), ArticleOrder.NATURAL))
                .toList();
    }

    /** The wording of an article on a day; of the whole article where its paragraph has none. */
    public Optional<Provision> provision(Clause clause, LocalDate on) {
        return exactly(clause, on).or(() -> exactly(clause.wholeArticle(), on));
    }

    private Optional<Provision> exactly(Clause clause, LocalDate on) {
        return provisions.getOrDefault(clause.instrument(), List.of()).stream()
                .filter(one -> one.clause().equals(clause) && one.period().contains(on))
                .findFirst();
    }

    /** Whether any wording of the article is known, but none of that day. */
    boolean outOfTime(Clause clause, LocalDate on) {
        boolean known =
                provisions.getOrDefault(clause.instrument(), List.of()).stream()
                        .anyMatch(one -> one.clause().equals(clause));
        return known && exactly(clause, on).isEmpty();
    }

    /**
     * Where a state stands with a treaty on a day.
     *
     * @throws IllegalArgumentException if the book does not hold the instrument
     */
    public Participation participation(String instrument, StateCode state, LocalDate on) {
        Instrument known = instruments.get(instrument);
        if (known == null) {
            throw new IllegalArgumentException(
                    "the book holds no instrument "
                            + instrument
                            + "; it holds "
                            + new TreeSet<>(instruments.keySet()));
        }
        return treaties.participation(known, state, on);
    }

    /** What a state said about the articles of its treaties, as it holds on the day. */
    public List<Statement> statements(StateCode state, LocalDate on) {
        return statements.getOrDefault(state, List.of()).stream()
                .filter(one -> one.period().contains(on))
                .toList();
    }

    /** Which bodies of a state are competent for what on the day. */
    public List<Power> powers(StateCode state, LocalDate on) {
        return powers.getOrDefault(state, List.of()).stream()
                .filter(one -> one.period().contains(on))
                .toList();
    }

    List<BasisRule> rules(RequestKind kind) {
        return rules.getOrDefault(kind, List.of());
    }

    boolean knows(StateCode state) {
        return states.contains(state);
    }

    /** The law on one day. */
    public LawDay on(LocalDate day) {
        List<Participation> participations = new ArrayList<>();
        List<Instrument> laws = new ArrayList<>();
        for (Instrument one : instruments()) {
            if (one.kind() == InstrumentKind.TREATY) {
                for (StateCode state : states) {
                    participations.add(treaties.participation(one, state, day));
                }
            } else if (one.inForce() != null && one.period().contains(day)) {
                laws.add(one);
            }
        }
        return new LawDay(
                day,
                participations,
                laws,
                states.stream().flatMap(one -> statements(one, day).stream()).toList(),
                states.stream().flatMap(one -> powers(one, day).stream()).toList(),
                treaties.near(day, NEAR_DAYS));
    }

    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** The working days of a state in its usual week. */
    public Optional<WorkingCalendar> calendar(StateCode state) {
        return Optional.ofNullable(calendars.get(state));
    }
}
