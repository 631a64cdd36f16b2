package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of all states towards all treaties. */
final class TreatyTable {

    private static final Comparator<TreatyEvent> IN_TIME =
            Comparator.comparing(TreatyEvent::date)
                    .thenComparing(TreatyEvent::step)
                    .thenComparing(TreatyEvent::id);

    private record Side(String instrument, StateCode state) {}

    private final Map<Side, List<TreatyEvent>> events = new HashMap<>();
    private final Map<Side, List<Observation>> observations = new HashMap<>();

    TreatyTable(List<TreatyEvent> events, List<Observation> observations) {
        events.stream()
                .sorted(IN_TIME)
                .forEach(one ->
                        this.events.computeIfAbsent(side(one), any -> new ArrayList<>()).add(one));
        observations.forEach(one ->
                this.observations
                        .computeIfAbsent(
                                new Side(one.instrument(), one.state()), any -> new ArrayList<>())
                        .add(one));
    }

    private static Side side(TreatyEvent one) {
        return new Side(one.instrument(), one.state());
    }

    Participation participation(Instrument instrument, StateCode state, LocalDate on) {
        LocalDate opened = instrument.opened();
        if (opened != null && on.isBefore(opened)) {
            return new Participation(
                    instrument,
                    state,
                    Stage.NOT_OPEN,
                    null,
                    instrument.citation().standing(),
                    List.of(TreatyWords.notOpen(instrument, opened)));
        }
        Side side = new Side(instrument.id(), state);
        TreatyEvent last = null;
        List<Reason> reasons = new ArrayList<>();
        for (TreatyEvent one : events.getOrDefault(side, List.of())) {
            if (!one.date().isAfter(on)) {
                last = decisive(last, one);
                reasons.add(TreatyWords.step(one));
            }
        }
        if (last == null) {
            return nothingKnown(instrument, side, on);
        }
        Stage stage = stage(last.step());
        if (stage != Stage.IN_FORCE) {
            next(side, on, reasons);
            reasons.addAll(seen(side));
        }
        return new Participation(
                instrument, state, stage, last.date(), last.citation().standing(), reasons);
    }

    /**
     * Being bound or withdrawn outweighs every later formality; otherwise the later step counts.
     */
    private static TreatyEvent decisive(@Nullable TreatyEvent before, TreatyEvent now) {
        if (before == null) {
            return now;
        }
        boolean boundBefore = binds(before.step());
        return boundBefore && !binds(now.step()) ? before : now;
    }

    private static boolean binds(TreatyStep step) {
        return step == TreatyStep.ENTRY_INTO_FORCE || step == TreatyStep.WITHDRAWAL;
    }

    private static Stage stage(TreatyStep step) {
        return switch (step) {
            case SIGNATURE -> Stage.SIGNED;
            case VOTE, PROMULGATION -> Stage.ACCEPTED_AT_HOME;
            case DEPOSIT -> Stage.DEPOSITED;
            case ENTRY_INTO_FORCE -> Stage.IN_FORCE;
            case WITHDRAWAL -> Stage.WITHDRAWN;
        };
    }

    private Participation nothingKnown(Instrument instrument, Side side, LocalDate on) {
        List<Reason> reasons = new ArrayList<>(seen(side));
        events.getOrDefault(side, List.of()).stream()
                .findFirst()
                .ifPresent(one -> reasons.add(TreatyWords.firstStep(one)));
        Standing standing =
                reasons.stream()
                        .map(Reason::standing)
                        .reduce(Standing::and)
                        .orElse(Standing.UNVERIFIED);
        next(side, on, reasons);
        if (reasons.isEmpty()) {
            reasons.add(TreatyWords.noFact(instrument, side.state()));
        }
        return new Participation(instrument, side.state(), Stage.NONE, null, standing, reasons);
    }

    private List<Reason> seen(Side side) {
        return observations.getOrDefault(side, List.of()).stream().map(TreatyWords::seen).toList();
    }

    /** Tells the day from which the state will be bound, where it is known. */
    private void next(Side side, LocalDate on, List<Reason> reasons) {
        events.getOrDefault(side, List.of()).stream()
                .filter(one -> one.date().isAfter(on))
                .filter(one -> one.step() == TreatyStep.ENTRY_INTO_FORCE)
                .findFirst()
                .ifPresent(one -> reasons.add(TreatyWords.later(one)));
    }

    List<TreatyEvent> near(LocalDate day, int days) {
        return events.values().stream()
                .flatMap(List::stream)
                .filter(one ->
                        !one.date().isBefore(day.minusDays(days))
                                && !one.date().isAfter(day.plusDays(days)))
                .sorted(IN_TIME)
                .toList();
    }
}
