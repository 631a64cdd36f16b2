package az.qalxan.assets;

import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseSecluded;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMoved;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows reports and cases: keeps rows where these stand, and proposes a freeze when a report with
 * a young loss is accepted, so that one key sends it.
 */
@Component
class GoldenHour {

    /** Proposals for one report: most name one account of the offender and perhaps their own. */
    static final int PROPOSALS_MAX = 3;

    private static final Set<String> THROUGH_A_BANK = Set.of("card", "bank-transfer");

    private final JdbcClient jdbc;
    private final ReportedLosses reports;
    private final Freezes freezes;
    private final AssetsPack pack;

    GoldenHour(JdbcClient jdbc, ReportedLosses reports, Freezes freezes, AssetsPack pack) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.freezes = freezes;
        this.pack = pack;
    }

    @EventListener
    void on(ReportMoved moved) {
        follow(moved.reports());
        if (moved.state().equals("accepted")) {
            freezes.propose(
                    fresh(
                            reports.of(moved.reports()).stream()
                                    .filter(one -> isYoung(one, moved.at()))
                                    .flatMap(GoldenHour::proposals)
                                    .toList()));
        }
    }

    @EventListener
    void on(CaseHandedOver moved) {
        follow(moved.number());
    }

    @EventListener
    void on(CaseSecluded moved) {
        follow(moved.number());
    }

    private void follow(CaseNumber moved) {
        jdbc.sql("select assets.follow_cases(array[:number])")
                .param("number", moved.value())
                .query((row, number) -> true)
                .single();
    }

    /** A report is told of as accepted whenever its case moves: it is proposed for once. */
    private List<Freezes.Draft> fresh(List<Freezes.Draft> drafts) {
        if (drafts.isEmpty()) {
            return drafts;
        }
        Set<String> open = new HashSet<>();
        jdbc.sql(
                        """
                        select report || ' ' || holding
                        from assets.without_freeze(cast(:reports as uuid[]), :holdings)
                        """)
                .param("reports", FreezeStore.column(drafts, one -> one.standing().reportText()))
                .param("holdings", FreezeStore.column(drafts, one -> one.holding().key()))
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(open::add);
        return drafts.stream()
                .filter(one ->
                        open.contains(one.standing().reportText() + " " + one.holding().key()))
                .toList();
    }

    /** Moves the rows of those reports to where the reports are now. */
    void follow(List<ReportId> moved) {
        jdbc.sql("select assets.follow_reports(cast(:ids as uuid[]))")
                .param("ids", FreezeStore.column(moved, ReportId::toString))
                .query((row, number) -> true)
                .single();
    }

    private boolean isYoung(ReportedLoss report, Instant now) {
        Loss loss = report.loss();
        return loss != null
                && THROUGH_A_BANK.contains(loss.paidHow())
                && pack.proposeWithin().span().after(report.lostAt(), pack.zone()).isAfter(now);
    }

    private static Stream<Freezes.Draft> proposals(ReportedLoss report) {
        return FirstHop.of(report).stream()
                .flatMap(hop ->
                        hop.fittingOnes().stream()
                                .limit(PROPOSALS_MAX)
                                .map(to ->
                                        new Freezes.Draft(
                                                Standings.of(report),
                                                to,
                                                hop.loss(),
                                                hop.loss().currency(),
                                                true)));
    }
}
