package az.qalxan.reporting;

import az.qalxan.access.Caller;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of reports for officials: a body's queue and the reports of a case. */
@Component
public class ReportLists {

    /** Rows of a page. */
    public static final int ROWS_MAX = 200;

    /** Where a count ends: nobody reads ten thousand reports, and counting millions takes time. */
    public static final int COUNTED_MAX = 10_000;

    private static final String COLUMNS =
            """
            r.id, r.reference, r.state, r.category, r.region, r.channel, r.reported_at, r.handling,
            r.loss_amount, r.loss_currency, r.paid_how, left(r.story, 160) as excerpt, r.version,
            (select coalesce(sum(crowd.size), 0) from reporting.identifier own
             cross join lateral (
               select count(*) - 1 as size from (
                 select 1 from reporting.identifier other
                 where other.link_key = own.link_key and other.link_key <> ''
                 limit 100) as counted) as crowd
             where own.report_id = r.id and own.link_key <> '' and crowd.size < 99) as linked
            """;

    private final JdbcClient jdbc;

    ReportLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the caller's body's reports, newest first, behind {@code after}. */
    @Transactional(readOnly = true)
    public List<ReportRow> page(
            Caller caller, QueueFilter filter, @Nullable QueuePlace after, int rows) {
        List<String> states =
                filter.state().isEmpty() ? ReportState.CODES : List.of(filter.state());
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + "from (select found.id from unnest(:states) as asked (state)"
                                + " cross join lateral ("
                                + "select q.id, q.reported_at from reporting.report q where"
                                + " q.body = :body and q.state = asked.state"
                                + conditions(filter)
                                + """
                                  and (q.reported_at, q.id) < (:at, :id)
                                  order by q.reported_at desc, q.id desc limit :rows) as found
                                order by found.reported_at desc, found.id desc limit :rows
                                ) as shown
                                join reporting.report r on r.id = shown.id
                                order by r.reported_at desc, r.id desc
                                """)
                .param("states", states.toArray(String[]::new))
                .param("body", caller.body().value())
                .param("category", filter.category())
                .param("region", filter.region())
                .param("channel", filter.channel())
                .param("since", since(filter))
                .param("at", after == null ? END_OF_TIME : utc(after))
                .param("id", after == null ? new UUID(-1, -1) : after.id())
                .param("rows", Math.clamp(rows, 1, ROWS_MAX))
                .query(ReportLists::row)
                .list();
    }

    /** Only what is asked for stands in the statement, so that its plan can use the index. */
    private static String conditions(QueueFilter filter) {
        return (filter.category().isEmpty() ? "" : " and q.category = :category")
                + (filter.region().isEmpty() ? "" : " and q.region = :region")
                + (filter.channel().isEmpty() ? "" : " and q.channel = :channel")
                + (filter.since() == null ? "" : " and q.reported_at >= :since")
                + (filter.withLoss() ? " and q.loss_amount is not null" : "");
    }

    /**
     * How many reports of the caller's body wait for a decision, counted up to {@link
     * #COUNTED_MAX}.
     */
    @Transactional(readOnly = true)
    public long waiting(Caller caller) {
        return jdbc.sql(
                        """
                        select count(*) from (
                          select 1 from reporting.report
                          where body = :body and state = 'waiting' limit :most) as counted
                        """)
                .param("body", caller.body().value())
                .param("most", COUNTED_MAX)
                .query(Long.class)
                .single();
    }

    /** Those of the given reports that the caller may read, in the given order. */
    @Transactional(readOnly = true)
    public List<ReportRow> of(List<ReportId> ids) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from unnest(cast(:ids as uuid[]))
                                  with ordinality as asked (id, place)
                                join reporting.report r on r.id = asked.id
                                order by asked.place
                                """)
                .param("ids", ids.stream().map(ReportId::toString).toArray(String[]::new))
                .query(ReportLists::row)
                .list();
    }

    /**
     * Those of the given reports that the caller may read, in the given order, without counting
     * what each is linked with: {@link ReportRow#linked()} is 0.
     */
    @Transactional(readOnly = true)
    public List<ReportRow> plain(List<ReportId> ids) {
        return jdbc.sql(
                        """
                        select r.id, r.reference, r.state, r.category, r.region, r.channel,
                          r.reported_at, r.handling, r.loss_amount, r.loss_currency, r.paid_how,
                          left(r.story, 160) as excerpt, r.version, 0 as linked
                        from unnest(cast(:ids as uuid[])) with ordinality as asked (id, place)
                        join reporting.report r on r.id = asked.id
                        order by asked.place
                        """)
                .param("ids", ids.stream().map(ReportId::toString).toArray(String[]::new))
                .query(ReportLists::row)
                .list();
    }

    /** What these reports lost together, by currency; those that the caller may not read aside. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> losses(List<ReportId> ids) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.sql(
                        """
                        select loss_currency, sum(loss_amount) from reporting.report
                        where id = any (cast(:ids as uuid[])) and loss_amount is not null
                        group by loss_currency
                        """)
                .param("ids", ids.stream().map(ReportId::toString).toArray(String[]::new))
                .query(row -> {
                    sums.put(row.getString(1), row.getBigDecimal(2));
                });
        return sums;
    }

    private static final OffsetDateTime END_OF_TIME =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static OffsetDateTime since(QueueFilter filter) {
        return filter.since() == null
                ? OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                : filter.since().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime utc(QueuePlace place) {
        return place.reportedAt().atOffset(ZoneOffset.UTC);
    }

    private static ReportRow row(ResultSet row, int number) throws SQLException {
        return new ReportRow(
                new ReportId(row.getObject("id", UUID.class)),
                new ReportReference(row.getString("reference")),
                row.getString("state"),
                row.getString("category"),
                row.getString("region"),
                row.getString("channel"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getInt("handling"),
                loss(row),
                row.getString("excerpt"),
                row.getInt("linked"),
                row.getInt("version"));
    }

    static @Nullable Loss loss(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("loss_amount");
        return amount == null
                ? null
                : new Loss(amount, row.getString("loss_currency"), row.getString("paid_how"));
    }
}
