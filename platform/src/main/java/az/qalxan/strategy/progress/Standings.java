package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out how measures stand from the record of what was said until a moment.
 *
 * @param period nothing said for longer is silence
 */
record Standings(ZoneId zone, Period period) {

    /**
     * A measure of the plan, as far as standing asks for it.
     *
     * @param begins the day on which it begins at the earliest
     */
    record Planned(MeasureCode code, Span span, LocalDate begins, Parties parties) {

        boolean endedBefore(LocalDate day) {
            Integer last = span.untilYear();
            return last != null && day.getYear() > last;
        }
    }

    /** Every measure of the plan, and those that the plan no longer has but somebody spoke of. */
    Map<MeasureCode, MeasureStanding> at(
            Instant moment, Collection<Planned> plan, Collection<Entry> record) {
        Map<MeasureCode, List<Entry>> byMeasure = new HashMap<>();
        record.stream()
                .filter(entry -> !entry.at().isAfter(moment))
                .forEach(entry ->
                        byMeasure
                                .computeIfAbsent(
                                        entry.place().measure(),
                                        code -> new java.util.ArrayList<>())
                                .add(entry));
        Map<MeasureCode, MeasureStanding> standings = new TreeMap<>();
        for (Planned planned : plan) {
            List<Entry> said = byMeasure.getOrDefault(planned.code(), List.of());
            standings.put(planned.code(), of(moment, planned, said));
        }
        byMeasure.forEach(
                (code, said) -> standings.computeIfAbsent(code, key -> dropped(key, said)));
        return standings;
    }

    private MeasureStanding of(Instant moment, Planned planned, List<Entry> said) {
        List<Claim> claims = Claim.of(said);
        Map<Stage, StageStanding> stages = stages(claims);
        @Nullable Instant last = last(said, planned.parties());
        LocalDate day = LocalDate.ofInstant(moment, zone);
        Set<Flag> flags = flags(claims);
        StageStanding end = stages.getOrDefault(Stage.FINAL, StageStanding.NONE);
        if (planned.endedBefore(day) && !end.reached()) {
            flags.add(Flag.LATE);
        }
        boolean running =
                !planned.begins().isAfter(day) && (planned.span().isOpen() || !end.reached());
        if (running && silent(last, planned.begins(), day)) {
            flags.add(Flag.SILENT);
        }
        if (running && claims.stream().noneMatch(one -> one.stands() && one.evidence() > 0)) {
            flags.add(Flag.WITHOUT_EVIDENCE);
        }
        return new MeasureStanding(planned.code(), stages, flags, last, false);
    }

    private boolean silent(@Nullable Instant last, LocalDate begins, LocalDate day) {
        LocalDate from = last == null ? begins : LocalDate.ofInstant(last, zone);
        return from.plus(period).isBefore(day);
    }

    private static MeasureStanding dropped(MeasureCode code, List<Entry> said) {
        List<Claim> claims = Claim.of(said);
        @Nullable Instant last =
                said.stream().map(Entry::at).max(Comparator.naturalOrder()).orElse(null);
        return new MeasureStanding(code, stages(claims), flags(claims), last, true);
    }

    private static Set<Flag> flags(List<Claim> claims) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (claims.stream().anyMatch(one -> one.state() == Claim.State.DISPUTED)) {
            flags.add(Flag.DISPUTED);
        }
        if (claims.stream().anyMatch(one -> one.stands() && one.evidence() == 0)) {
            flags.add(Flag.WITHOUT_EVIDENCE);
        }
        return flags;
    }

    /** When a body of the measure last said something; verdicts on others do not count. */
    private static @Nullable Instant last(List<Entry> said, Parties parties) {
        return said.stream()
                .filter(one -> parties.has(one.body()) && !one.isVerdict())
                .map(Entry::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Map<Stage, StageStanding> stages(List<Claim> claims) {
        Map<Stage, StageStanding> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, of(claims.stream().filter(one -> one.stage() == stage).toList()));
        }
        return stages;
    }

    /** Of several claims the one that is furthest speaks for the stage, and of those the oldest. */
    static StageStanding of(List<Claim> ofStage) {
        List<Claim> standing = ofStage.stream().filter(Claim::stands).toList();
        return standing.stream()
                .max(
                        Comparator.comparing(Claim::standing)
                                .thenComparing(Claim::since, Comparator.reverseOrder())
                                .thenComparing(one -> one.id().toString()))
                .map(one ->
                        new StageStanding(
                                one.standing(),
                                one.since(),
                                one.body(),
                                standing.stream().mapToInt(Claim::evidence).sum()))
                .orElse(StageStanding.NONE);
    }
}
