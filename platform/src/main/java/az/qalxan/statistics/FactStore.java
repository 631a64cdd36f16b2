package az.qalxan.statistics;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportAnswered;
import az.qalxan.reporting.ReportFact;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMoved;
import az.qalxan.reporting.ReportsReceived;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one fact per report, in the transaction that changes the report. */
@Component
class FactStore {

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    FactStore(JdbcClient jdbc, Jurisdiction jurisdiction, Clock clock) {
        this.jdbc = jdbc;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    @EventListener
    void on(ReportsReceived received) {
        List<ReportFact> facts = received.reports();
        jdbc.sql(
                        """
                        insert into statistics.report_fact (
                          report_id, reported_on, reported_at, category, region, channel, body,
                          state, loss_amount, loss_currency,
                          recorded_at)
                        select id, day, at, category, region, channel, body, 'waiting', amount,
                          currency, :recorded
                        from unnest(
                          cast(:id as uuid[]), cast(:day as date[]), cast(:at as timestamptz[]),
                          :category, :region, :channel, :body, cast(:amount as numeric[]),
                          :currency)
                          as new (id, day, at, category, region, channel, body, amount, currency)
                        """)
                .param("id", column(facts, ReportFact::id))
                .param("day", column(facts, fact -> fact.reportedAt().atZone(zone).toLocalDate()))
                .param("at", column(facts, ReportFact::reportedAt))
                .param("category", column(facts, ReportFact::category))
                .param("region", column(facts, ReportFact::region))
                .param("channel", column(facts, fact -> fact.channel().code()))
                .param("body", column(facts, ReportFact::body))
                .param("amount", column(facts, FactStore::amount))
                .param("currency", column(facts, FactStore::currency))
                .param("recorded", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What moves out of sight is counted as it stood before, until it may be seen again. */
    @EventListener
    void on(ReportMoved moved) {
        if (moved.secluded()) {
            return;
        }
        jdbc.sql(
                        """
                        update statistics.report_fact
                        set state = :state, body = case when :body = '' then body else :body end
                        where report_id = any (cast(:ids as uuid[]))
                        """)
                .param("state", moved.state())
                .param("body", moved.body())
                .param("ids", column(moved.reports(), ReportId::toString))
                .update();
    }

    @EventListener
    void on(ReportAnswered answered) {
        jdbc.sql(
                        """
                        update statistics.report_fact
                        set first_answer_s = extract(epoch from :at - reported_at)
                        where report_id = any (cast(:ids as uuid[])) and first_answer_s is null
                        """)
                .param("at", answered.at().atOffset(ZoneOffset.UTC))
                .param("ids", column(answered.reports(), ReportId::toString))
                .update();
    }

    private static @Nullable Object amount(ReportFact fact) {
        Loss loss = fact.loss();
        return loss == null ? null : loss.amount().toPlainString();
    }

    private static @Nullable Object currency(ReportFact fact) {
        Loss loss = fact.loss();
        return loss == null ? null : loss.currency();
    }

    private static <T> @Nullable String[] column(
            List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            @Nullable Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
