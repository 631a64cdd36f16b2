package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was seen where nobody is known to own the place. */
@Component
class UnownedStore {

    /** Before every id. */
    static final UUID FIRST = new UUID(0, 0);

    static final int LINES_MAX = 1_000;

    private final JdbcClient jdbc;

    UnownedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of them: after that id, seen since that moment, at most so many. */
    record Page(UUID after, Instant since, int most) {}

    /** A concern without an owner, with everything that finds one. */
    record Waiting(
            UUID id,
            Feed feed,
            long batch,
            Occurrence seen,
            Instant firstAt,
            int times,
            boolean grave) {}

    List<Waiting> waiting(Page page) {
        return jdbc.sql(
                        """
                        select c.id, f.id, f.body, f.handling, f.name, f.usual_type, f.at_once,
                          f.opened_at, f.closed_at is null, c.batch_id, c.last_at, c.ip, c.asn,
                          c.domain, c.port, c.url, c.type, c.identifier, c.evidence, c.first_at,
                          c.times, c.grave
                        from exchange.concern c join exchange.feed f on f.id = c.feed_id
                        where c.state = 'unowned' and c.id > :after and c.last_at >= :since
                        order by c.id limit :most for update of c skip locked
                        """)
                .param("after", page.after())
                .param("since", OwnerStore.utc(page.since()))
                .param("most", page.most())
                .query(UnownedStore::waiting)
                .list();
    }

    void adopted(Collection<UUID> ids) {
        jdbc.sql("update exchange.concern set state = 'adopted' where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** A line of the list of those who may hand feeds in. */
    record Line(
            String place,
            long asn,
            String type,
            String identifier,
            String feed,
            int times,
            Instant firstAt,
            Instant lastAt,
            Handling handling) {}

    /** What waits for an owner, the latest first. */
    List<Line> lines() {
        return jdbc.sql(
                        """
                        select c.place, c.asn, c.type, c.identifier, f.name, c.times, c.first_at,
                          c.last_at, c.handling
                        from exchange.concern c join exchange.feed f on f.id = c.feed_id
                        where c.state = 'unowned' order by c.last_at desc, c.id limit :most
                        """)
                .param("most", LINES_MAX)
                .query((row, number) ->
                        new Line(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                moment(row, 7),
                                moment(row, 8),
                                Handling.ofRank(row.getInt(9))))
                .list();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        String ip = row.getString(12);
        Where where =
                new Where(
                        ip.isEmpty() ? null : IpAddress.read(ip).orElseThrow(),
                        row.getLong(13),
                        row.getString(14),
                        row.getInt(15),
                        row.getString(16));
        Feed feed =
                new Feed(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Handling.ofRank(row.getInt(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        moment(row, 8),
                        row.getBoolean(9));
        return new Waiting(
                row.getObject(1, UUID.class),
                feed,
                row.getLong(10),
                new Occurrence(
                        0,
                        moment(row, 11),
                        where,
                        row.getString(17),
                        row.getString(18),
                        row.getString(19)),
                moment(row, 20),
                row.getInt(21),
                row.getBoolean(22));
    }
}
