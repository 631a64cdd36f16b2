package az.qalxan.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts facts with the role that may read nothing else. */
@Component
class FactCounts {

    private static final String IN_PERIOD =
            " from statistics.report_fact where reported_on between :from and :to ";

    private final JdbcClient jdbc;

    FactCounts(@Qualifier("reader") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Totals of a period; money in one currency. */
    record Totals(long reports, long accepted, long loss, long medianAnswerHours, long answered) {}

    Totals totals(Period period, String currency) {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where state = 'accepted'),
                          coalesce(sum(loss_amount) filter (where loss_currency = :currency), 0),
                          coalesce(percentile_cont(0.5) within group (order by first_answer_s), 0)
                            / 3600,
                          count(first_answer_s)
                        """
                                + IN_PERIOD)
                .param("currency", currency)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) ->
                        new Totals(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .single();
    }

    /** Counts over time; a step without reports is there with 0. */
    Map<String, Long> byTime(Period period) {
        String step = period.step();
        return read(
                """
                select to_char(step, 'YYYY-MM-DD'), count(f.report_id)
                from generate_series(
                  date_trunc(:step, cast(:from as timestamp)), cast(:to as timestamp),
                  cast('1 ' || :step as interval)) as step
                left join statistics.report_fact f
                  on f.reported_on >= greatest(cast(step as date), :from)
                  and f.reported_on < cast(step + cast('1 ' || :step as interval) as date)
                  and f.reported_on <= :to
                group by step order by step
                """,
                period,
                step);
    }

    Map<String, Long> byCategory(Period period) {
        return read("select category, count(*)" + IN_PERIOD + "group by 1 order by 2 desc", period);
    }

    Map<String, Long> byRegion(Period period) {
        return read("select region, count(*)" + IN_PERIOD + "group by 1 order by 2 desc", period);
    }

    Map<String, Long> byChannel(Period period) {
        return read("select channel, count(*)" + IN_PERIOD + "group by 1 order by 2 desc", period);
    }

    Map<String, Long> byState(Period period) {
        return read("select state, count(*)" + IN_PERIOD + "group by 1 order by 2 desc", period);
    }

    /** Money lost in one currency by category, only where at least five reports stand behind it. */
    Map<String, Long> lossByCategory(Period period, String currency) {
        Map<String, Long> sums = new LinkedHashMap<>();
        jdbc.sql(
                        "select category, sum(loss_amount)"
                                + IN_PERIOD
                                + "and loss_currency = :currency group by 1 "
                                + "having count(*) >= :least order by 2 desc")
                .param("from", period.from())
                .param("to", period.to())
                .param("currency", currency)
                .param("least", SmallCells.K_MIN)
                .query(row -> {
                    sums.put(row.getString(1), row.getLong(2));
                });
        return sums;
    }

    /** First answers within 1, 4, 24, 72 hours, a week, and later. */
    Map<String, Long> byAnswerTime(Period period) {
        return read(
                """
                select bucket, count(f.report_id)
                from (values (1, 'h1', 0, 3600), (2, 'h4', 3600, 14400), (3, 'h24', 14400, 86400),
                  (4, 'h72', 86400, 259200), (5, 'week', 259200, 604800),
                  (6, 'later', 604800, null)) as b (place, bucket, over, until)
                left join statistics.report_fact f
                  on f.reported_on between :from and :to
                  and f.first_answer_s >= b.over and (b.until is null or f.first_answer_s < b.until)
                group by place, bucket order by place
                """,
                period);
    }

    private Map<String, Long> read(String sql, Period period) {
        return read(sql, period, "");
    }

    private Map<String, Long> read(String sql, Period period, String step) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("from", period.from()).param("to", period.to());
        if (!step.isEmpty()) {
            statement = statement.param("step", step);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        statement.query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
