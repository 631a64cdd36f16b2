package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which part of frozen money is which victim's. */
@Component
class ShareStore {

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(UUID freeze) {
        jdbc.sql("delete from assets.frozen_share where freeze_id = :freeze")
                .param("freeze", freeze)
                .update();
    }

    void tell(UUID freeze, Instant at, List<Claim> shares, Map<ReportId, ReportedLoss> victims) {
        List<Claim> some = shares.stream().filter(one -> !one.traced().isNone()).toList();
        if (some.isEmpty()) {
            return;
        }
        List<ReportedLoss> whose =
                some.stream()
                        .map(one -> Objects.requireNonNull(victims.get(one.report())))
                        .toList();
        jdbc.sql(
                        """
                        insert into assets.frozen_share (freeze_id, report_id, amount, currency,
                          frozen_at, body, handling, compartment)
                        select :freeze, report, amount, :currency, :at, body, handling, compartment
                        from unnest(cast(:report as uuid[]), cast(:amount as numeric[]), :body,
                            cast(:handling as smallint[]), cast(:compartment as uuid[]))
                          as new (report, amount, body, handling, compartment)
                        """)
                .param("freeze", freeze)
                .param("currency", some.getFirst().traced().currency())
                .param("at", FreezeStore.utc(at))
                .param("report", FreezeStore.column(some, Claim::report))
                .param(
                        "amount",
                        FreezeStore.column(some, one -> one.traced().amount().toPlainString()))
                .param("body", FreezeStore.column(whose, ReportedLoss::body))
                .param("handling", FreezeStore.column(whose, ReportedLoss::handling))
                .param("compartment", FreezeStore.column(whose, ReportedLoss::compartment))
                .update();
    }

    /** What of a report's money is held now, by freeze. */
    List<Money> frozen(ReportId report) {
        return money(
                "select amount, currency from assets.frozen_share where report_id = :id", report);
    }

    /** What came back to the victim of a report, by payment. */
    List<Money> returned(ReportId report) {
        return money(
                "select amount, currency from assets.return_share where report_id = :id and state ="
                        + " 'paid'",
                report);
    }

    private List<Money> money(String sql, ReportId report) {
        return jdbc.sql(sql)
                .param("id", report.value())
                .query((row, number) -> new Money(row.getBigDecimal(1), row.getString(2)))
                .list();
    }
}
