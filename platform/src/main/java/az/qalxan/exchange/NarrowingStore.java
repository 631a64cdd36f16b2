package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads {@code exchange.narrowing}: markings that were made narrower after objects had gone out.
 */
@Repository
class NarrowingStore {

    /**
     * A marking that was made narrower.
     *
     * @param bodies codes of those who had received the object before, without its collection's own
     */
    record Narrowing(
            UUID id,
            UUID collection,
            String collectionTitle,
            String object,
            Handling was,
            Handling becomes,
            Instant at,
            List<String> bodies) {

        Narrowing {
            bodies = List.copyOf(bodies);
        }
    }

    private final JdbcClient jdbc;

    NarrowingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that nobody looked at and of which somebody had received a version. */
    List<Narrowing> open(int most) {
        return jdbc.sql(
                        """
                        select n.*, c.title, got.bodies
                          from exchange.narrowing n
                          join exchange.collection c on c.id = n.collection_id
                          cross join lateral (
                            select array_agg(distinct d.body order by d.body) as bodies
                              from exchange.object_version v
                              join exchange.delivery d on d.collection_id = v.collection_id
                               and d.what = 'objects' and d.at <= n.at and d.body <> c.body
                               and d.moments @> (extract(epoch from v.added) * 1000000)::bigint
                             where v.collection_id = n.collection_id
                               and v.object_id = n.object_id) got
                         where n.seen_at is null and got.bodies is not null
                         order by n.at desc, n.id limit :most
                        """)
                .param("most", most)
                .query(NarrowingStore::row)
                .list();
    }

    boolean see(UUID id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.narrowing set seen_at = :now, seen_by = :by
                                 where id = :id and seen_at is null
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Narrowing row(ResultSet row, int number) throws SQLException {
        Array bodies = row.getArray("bodies");
        return new Narrowing(
                row.getObject("id", UUID.class),
                row.getObject("collection_id", UUID.class),
                row.getString("title"),
                row.getString("object_id"),
                Handling.ofRank(row.getInt("was")),
                Handling.ofRank(row.getInt("becomes")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) bodies.getArray()));
    }
}
