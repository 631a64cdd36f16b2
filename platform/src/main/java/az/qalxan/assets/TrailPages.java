package az.qalxan.assets;

import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of a trail, and lists of freezes. */
@Component
class TrailPages {

    private final TrailReader reader;
    private final Transfers transfers;
    private final FreezeStore freezes;
    private final ShareStore shares;
    private final Keepers keepers;
    private final AssetsPack pack;

    TrailPages(
            TrailReader reader,
            Transfers transfers,
            FreezeStore freezes,
            ShareStore shares,
            Keepers keepers,
            AssetsPack pack) {
        this.reader = reader;
        this.transfers = transfers;
        this.freezes = freezes;
        this.shares = shares;
        this.keepers = keepers;
        this.pack = pack;
    }

    TrailPage of(Standing standing, TracingRule rule, Statements.@Nullable Outcome outcome) {
        ReportId report = standing.report();
        List<ReportId> reports = reports(standing);
        Trail trail = trail(standing, rule);
        List<Freeze> there = freezes.of(reports, standing.caseNumber());
        return new TrailPage(
                standing,
                trail,
                MoneySum.of(trail, saved(standing, there)),
                transfers.of(reports, standing.caseNumber()),
                lines(there),
                report == null ? null : transfers.suggested(report).orElse(null),
                outcome,
                pack.currency());
    }

    /** Of a report its shares; of a case what its freezes hold and have given back. */
    private MoneySum.Saved saved(Standing standing, List<Freeze> there) {
        List<Money> held =
                there.stream()
                        .filter(Freeze.Held.class::isInstance)
                        .map(one -> ((Freeze.Held) one).hold().left())
                        .toList();
        ReportId report = standing.report();
        if (report != null) {
            List<Money> own = shares.frozen(report);
            return new MoneySum.Saved(own.isEmpty() ? held : own, shares.returned(report));
        }
        return new MoneySum.Saved(
                held,
                there.stream()
                        .map(one -> FreezeRow.of(one).hold())
                        .filter(Objects::nonNull)
                        .map(Hold::returned)
                        .toList());
    }

    Trail trail(Standing standing, TracingRule rule) {
        return standing.report() == null
                ? reader.ofCase(new CaseNumber(standing.caseNumber()), rule)
                : reader.ofReports(reports(standing), rule);
    }

    /** The freezes of a report or case, newest first. */
    List<Freeze> freezes(Standing standing) {
        return freezes.of(reports(standing), standing.caseNumber());
    }

    private List<ReportId> reports(Standing standing) {
        ReportId report = standing.report();
        return report == null
                ? reader.reportsOf(new CaseNumber(standing.caseNumber()))
                : List.of(report);
    }

    /** A holding that a transfer of that report or case names, by its key. */
    Optional<Holding> known(Standing standing, String key) {
        return reader
                .around(transfers.of(reports(standing), standing.caseNumber()))
                .transfers()
                .stream()
                .flatMap(one -> Stream.of(one.from(), one.to()))
                .filter(one -> one.key().equals(key))
                .findAny();
    }

    List<FreezeLine> lines(List<Freeze> some) {
        Map<String, String> acronyms = keepers.acronyms();
        return some.stream()
                .map(one ->
                        new FreezeLine(
                                one,
                                Deadline.of(one, pack).orElse(null),
                                acronyms.getOrDefault(
                                        one.head().organisation(), one.head().organisation())))
                .toList();
    }
}
