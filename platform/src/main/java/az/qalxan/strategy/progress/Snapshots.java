package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.strategy.EditionId;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record and what follows from it; the latest reading is kept. */
@Component
class Snapshots {

    private final ProgressStore store;
    private final StageFiles files;
    private final Standings standings;
    private volatile @Nullable Kept kept;

    Snapshots(ProgressStore store, StageFiles files, ReportingPack pack) {
        this.store = store;
        this.files = files;
        this.standings = new Standings(pack.zone(), pack.period());
    }

    /** The record until a moment, and what follows from it. */
    record Snapshot(
            Map<MeasureCode, MeasureStanding> standings, List<Entry> entries, List<Claim> claims) {

        Snapshot {
            entries = List.copyOf(entries);
            claims = List.copyOf(claims);
        }
    }

    /**
     * What the latest snapshot was made of; another one for the same is the same.
     *
     * @param day flags change with the day
     * @param since the time of the last line: an earlier moment sees less
     */
    private record Kept(
            ProgressStore.Version version,
            LocalDate day,
            EditionId edition,
            Instant since,
            Snapshot snapshot) {}

    /** The snapshot of that moment; the latest is kept until somebody says something more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Snapshot at(Instant asOf) {
        Optional<Plan> plan = files.plan(asOf);
        ProgressStore.Version version = store.version();
        LocalDate day = LocalDate.ofInstant(asOf, standings.zone());
        EditionId edition = plan.map(one -> one.edition().id()).orElse(EditionId.PACK);
        @Nullable Kept known = kept;
        if (known != null
                && known.version().equals(version)
                && known.day().equals(day)
                && known.edition().equals(edition)
                && !asOf.isBefore(known.since())) {
            return known.snapshot();
        }
        List<Entry> entries = store.until(asOf);
        Snapshot made = snapshot(asOf, plan, entries);
        boolean whole = !entries.isEmpty() && entries.getLast().sequence() == version.last();
        if (whole) {
            kept = new Kept(version, day, edition, last(entries), made);
        }
        return made;
    }

    private static Instant last(List<Entry> entries) {
        return entries.stream().map(Entry::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Snapshot snapshot(Instant asOf, Optional<Plan> plan, List<Entry> entries) {
        List<Standings.Planned> planned =
                plan.map(one -> planned(one, standings.zone())).orElse(List.of());
        return new Snapshot(
                Collections.unmodifiableMap(standings.at(asOf, planned, entries)),
                entries,
                Claim.of(entries));
    }

    private static List<Standings.Planned> planned(Plan plan, ZoneId zone) {
        LocalDate approved = plan.edition().approved();
        LocalDate start =
                approved == null ? LocalDate.ofInstant(plan.edition().recorded(), zone) : approved;
        return plan.measures().stream().map(one -> planned(one, start)).toList();
    }

    private static Standings.Planned planned(PlanMeasure one, LocalDate start) {
        @Nullable Integer from = one.measure().span().fromYear();
        return new Standings.Planned(
                one.code(),
                one.measure().span(),
                from == null ? start : LocalDate.of(from, 1, 1),
                StageFiles.parties(one));
    }
}
