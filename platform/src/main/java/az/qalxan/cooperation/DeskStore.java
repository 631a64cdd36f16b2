package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of requests for the desk and the wall, each read by one index from where it begins. */
@Component
class DeskStore {

    /** Rows of a list. */
    static final int ROWS_MAX = 500;

    /** Counts on the wall stop here. */
    static final int COUNTED_MAX = 1_000;

    private static final String SELECT = "select * from cooperation.request ";

    /** What a body runs, and what it carries out for another: each has its own index. */
    private static final List<String> SIDES =
            List.of(
                    "body = :body and ",
                    "executor = :body and executor <> '' and body <> :body and ");

    private static final String OPEN = "next_at is not null";
    private static final String BY_NEXT = " order by next_at, number limit :rows";

    private final JdbcClient jdbc;

    DeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which requests are asked for; empty texts ask for all.
     *
     * @param words a number, a reference, a state or a part of the subject
     */
    record Filter(String kind, String direction, String state, String words) {

        static final Filter ALL = new Filter("", "", "", "");

        boolean everything() {
            return (kind + direction + state + words).isEmpty();
        }
    }

    /**
     * Open requests of the caller's body, by what runs out next; those that it runs and those that
     * it carries out are read each by its own index.
     */
    List<RequestLine> open(BodyCode body, Filter filter, int rows) {
        return SIDES.stream()
                .flatMap(side ->
                        asked(new Asked(body, filter, rows), side + OPEN, BY_NEXT)
                                .query(RequestStore::line)
                                .list()
                                .stream())
                .sorted(Comparator.comparing(DeskStore::next))
                .limit(rows)
                .toList();
    }

    private static Instant next(RequestLine line) {
        NextMoment next = line.next();
        return next == null ? Instant.MAX : next.at();
    }

    /** Requests of every state, newest first, behind a moment. */
    List<RequestLine> all(BodyCode body, Filter filter, Instant before, int rows) {
        return SIDES.stream()
                .flatMap(side ->
                        asked(
                                new Asked(body, filter, rows),
                                side + "created_at < :before",
                                " order by created_at desc, number desc limit :rows")
                                .param("before", Stored.utc(before))
                                .query(RequestStore::line)
                                .list()
                                .stream())
                .sorted(
                        Comparator.comparing((RequestLine line) -> line.head().createdAt())
                                .reversed())
                .limit(rows)
                .toList();
    }

    /** What a list asks for. */
    private record Asked(BodyCode body, Filter filter, int rows) {}

    private JdbcClient.StatementSpec asked(Asked asked, String where, String order) {
        return filtered(
                        SELECT + "where " + where + conditions(asked.filter()) + order,
                        asked.filter())
                .param("body", asked.body().value())
                .param("rows", Math.clamp(asked.rows(), 1, ROWS_MAX));
    }

    private static String conditions(Filter filter) {
        return (filter.kind().isEmpty() ? "" : " and kind = :kind")
                + (filter.direction().isEmpty() ? "" : " and direction = :direction")
                + (filter.state().isEmpty() ? "" : " and state = :state")
                + (filter.words().isEmpty()
                        ? ""
                        : " and (number = upper(:words) or counterpart_reference = :words"
                                + " or counterpart_state = upper(:words)"
                                + " or strpos(lower(subject || ' ' || counterpart_name || ' '"
                                + " || own_reference), lower(:words)) > 0)");
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (!filter.kind().isEmpty()) {
            statement.param("kind", filter.kind());
        }
        if (!filter.direction().isEmpty()) {
            statement.param("direction", filter.direction());
        }
        if (!filter.state().isEmpty()) {
            statement.param("state", filter.state());
        }
        if (!filter.words().isEmpty()) {
            statement.param("words", filter.words());
        }
        return statement;
    }

    /** Counts of what runs; each stops at {@link #COUNTED_MAX}. */
    record Counts(int past, int hour, int day) {}

    /** How much has run out, runs out within the hour, within the day. */
    Counts counts(BodyCode body, Instant now) {
        Instant hour = now.plusSeconds(3_600);
        Instant day = now.plusSeconds(86_400);
        return jdbc.sql(
                        """
                        select count(*) filter (where next_at <= :now),
                          count(*) filter (where next_at > :now and next_at <= :hour),
                          count(*) filter (where next_at > :hour)
                        from (
                          (select next_at from cooperation.request
                            where body = :body and next_at <= :day
                            order by next_at limit :most)
                          union all
                          (select next_at from cooperation.request
                            where executor = :body and executor <> '' and body <> :body
                              and next_at <= :day
                            order by next_at limit :most)) as counted
                        """)
                .param("now", Stored.utc(now))
                .param("hour", Stored.utc(hour))
                .param("day", Stored.utc(day))
                .param("body", body.value())
                .param("most", COUNTED_MAX)
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Requests that changed since a moment, newest first. */
    List<RequestLine> changedSince(BodyCode body, Instant since, int rows) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (body = :body or executor = :body) and changed_at >= :since
                                order by changed_at desc, id limit :rows
                                """)
                .param("body", body.value())
                .param("since", Stored.utc(since))
                .param("rows", Math.clamp(rows, 1, ROWS_MAX))
                .query(RequestStore::line)
                .list();
    }
}
