package az.qalxan.assets;

import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import java.util.List;
import java.util.Map;
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
    private final Keepers keepers;
    private final AssetsPack pack;

    TrailPages(
            TrailReader reader,
            Transfers transfers,
            FreezeStore freezes,
            Keepers keepers,
            AssetsPack pack) {
        this.reader = reader;
        this.transfers = transfers;
        this.freezes = freezes;
        this.keepers = keepers;
        this.pack = pack;
    }

    TrailPage of(Standing standing, TracingRule rule, Statements.@Nullable Outcome outcome) {
        ReportId report = standing.report();
        List<ReportId> reports = reports(standing);
        Trail trail = trail(standing, rule);
        return new TrailPage(
                standing,
                trail,
                MoneySum.of(trail),
                transfers.of(reports, standing.caseNumber()),
                lines(freezes.of(reports, standing.caseNumber())),
                report == null ? null : transfers.suggested(report).orElse(null),
                outcome,
                pack.currency());
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
