package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.InstrumentKind;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Observation;
import az.qalxan.engines.law.ObservationKind;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Source;
import az.qalxan.engines.law.Stage;
import az.qalxan.engines.law.StateCode;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a page shows of the law of a day.
 *
 * @param home the pack's own state, which stands first
 */
record LawView(Known known, AsOf as, StateCode home) {

    /** What somebody saw that says more than that no step is known. */
    private static final Set<ObservationKind> SEEN =
            EnumSet.of(ObservationKind.NOT_A_PARTY, ObservationKind.NOT_SIGNED);

    /** Who judged, in the reader's language where the pack's words are known; else as recorded. */
    static String assessor(String name, Text text) {
        String key =
                "legal.assessor." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return text.has(key) ? text.of(key) : name;
    }

    LocalDate on() {
        return as.on();
    }

    LawBook book() {
        return known.book();
    }

    /** Treaties, the one opened first at the head. */
    List<Instrument> treaties() {
        return instruments().stream().filter(one -> one.kind() == InstrumentKind.TREATY).toList();
    }

    /** Laws of a state. */
    List<Instrument> laws(StateCode state) {
        return instruments().stream().filter(one -> state.equals(one.state())).toList();
    }

    private List<Instrument> instruments() {
        return known.of(Instrument.class).stream()
                .map(Held::fact)
                .sorted(
                        Comparator.comparing(
                                        Instrument::opened,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Instrument::id))
                .toList();
    }

    Optional<Instrument> instrument(String id) {
        return known.of(new LineKey(FactKind.INSTRUMENT, id)).stream()
                .map(one -> (Instrument) one.fact())
                .findFirst();
    }

    /** What an instrument is called; its identifier when nobody recorded it. */
    String name(String instrument, Text text) {
        return instrument(instrument)
                .map(one -> one.name().in(text.language().code()))
                .orElse(instrument);
    }

    /** Every state that a fact is of, the own one first. */
    List<StateCode> states() {
        return known.book().facts().rows().stream()
                .map(LawRow::state)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(
                        Comparator.comparing((StateCode one) -> !one.equals(home))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The provision in its wording of the day. */
    Optional<Held<Provision>> provision(Clause clause) {
        return known.of(new LineKey(FactKind.PROVISION, clause.toString())).stream()
                .filter(one -> one.on(on()))
                .map(LawView::provision)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // the line is that of a provision
    private static Held<Provision> provision(Held<?> held) {
        return (Held<Provision>) held;
    }

    /** What a place is called on the day; empty when nobody recorded it. */
    String title(Clause clause, Text text) {
        return provision(clause)
                .map(one -> one.fact().title().in(text.language().code()))
                .orElse("");
    }

    List<Source> sources(Citation citation) {
        return known.sources(citation.sources());
    }

    /** Facts of a type that hold on the day. */
    <T extends Record> List<Held<T>> holding(Class<T> type) {
        return known.of(type).stream().filter(one -> one.on(on())).toList();
    }

    /** That address, looked at in the same law. */
    String at(String address) {
        return as.at(address);
    }

    /** The message key of where a state stands; without a step, of what somebody saw. */
    String stage(Participation one) {
        String treaty = one.instrument().id();
        return one.stage() == Stage.NONE
                ? known.of(Observation.class).stream()
                        .map(Held::fact)
                        .filter(seen -> seen.instrument().equals(treaty))
                        .filter(seen -> seen.state().equals(one.state()))
                        .filter(seen -> SEEN.contains(seen.kind()))
                        .findFirst()
                        .map(seen -> "legal.seen." + code(seen.kind()))
                        .orElse("legal.stage.none")
                : "legal.stage." + code(one.stage());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a state in the reader's language. */
    static String state(StateCode state, Text text) {
        String key = "legal.state." + state.code();
        return text.has(key) ? text.of(key) : state.code();
    }
}
