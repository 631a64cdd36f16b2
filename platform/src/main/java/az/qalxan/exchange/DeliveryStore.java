package az.qalxan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.delivery}: who received which versions. */
@Repository
class DeliveryStore {

    /** One answer that carried versions of a collection to somebody. */
    record Delivery(
            Instant at, String door, String what, String body, String receiver, int objects) {}

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID collection, Exit exit, List<ShelfPage.Line> lines, Instant now) {
        note(collection, exit, lines.stream().map(ShelfPage.Line::added).toList(), now);
    }

    /**
     * @param added the moments of the versions, in their order
     */
    void note(UUID collection, Exit exit, List<Instant> added, Instant now) {
        jdbc.sql(
                        """
                        insert into exchange.delivery (collection_id, at, door, what, receiver,
                          objects, moments)
                        values (:collection, :now, :door, :what, :receiver, :objects,
                          cast(:moments as int8multirange))
                        """)
                .param("collection", collection)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("door", exit.door())
                .param("what", exit.what())
                .param("receiver", exit.receiver())
                .param("objects", added.size())
                .param("moments", moments(added))
                .update();
    }

    /** Moments that follow each other without a gap as one range. */
    private static String moments(List<Instant> added) {
        StringBuilder ranges = new StringBuilder("{");
        long from = 0;
        long to = 0;
        for (Instant one : added) {
            long at = StixMoment.micros(one);
            if (to != at) {
                range(ranges, from, to);
                from = at;
            }
            to = at + 1;
        }
        range(ranges, from, to);
        return ranges.append('}').toString();
    }

    private static void range(StringBuilder ranges, long from, long to) {
        if (to > from) {
            ranges.append(ranges.length() > 1 ? "," : "")
                    .append('[')
                    .append(from)
                    .append(',')
                    .append(to)
                    .append(')');
        }
    }

    /** Who received the version that was added at that moment, the latest first. */
    List<Delivery> of(UUID collection, Instant added, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.delivery
                         where collection_id = :collection and moments @> :moment
                         order by at desc, id limit :most
                        """)
                .param("collection", collection)
                .param("moment", StixMoment.micros(added))
                .param("most", most)
                .query(DeliveryStore::row)
                .list();
    }

    List<Delivery> newest(UUID collection, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.delivery where collection_id = :collection
                         order by at desc, id limit :most
                        """)
                .param("collection", collection)
                .param("most", most)
                .query(DeliveryStore::row)
                .list();
    }

    private static Delivery row(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("door"),
                row.getString("what"),
                row.getString("body"),
                row.getString("receiver"),
                row.getInt("objects"));
    }
}
