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

/** Reads and writes {@code exchange.receipt}: what receivers say that they keep. */
@Repository
class ReceiptStore {

    /**
     * A receipt with what it is for.
     *
     * @param same whether the receiver keeps what went out
     */
    record Kept(
            UUID collection,
            String collectionTitle,
            String object,
            String version,
            boolean revoked,
            String body,
            String receiver,
            Instant at,
            String fault,
            boolean same) {

        boolean refused() {
            return !fault.isEmpty();
        }
    }

    /** Somebody who received an earlier version, and nothing of what corrects or revokes it. */
    record Behind(
            UUID collection,
            String collectionTitle,
            String object,
            String version,
            boolean revoked,
            String body,
            String receiver,
            Instant since) {}

    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int keep(UUID collection, String receiver, List<Receipt> receipts, Instant now) {
        return jdbc.sql(
                        """
                        select exchange.keep_receipts(:collection, :receiver, :now, :ids, :versions,
                          :faults, (select coalesce(array_agg(decode(m, 'hex') order by n), '{}')
                                      from unnest(:meanings) with ordinality as one (m, n)))
                        """)
                .param("collection", collection)
                .param("receiver", receiver)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", receipts.stream().map(Receipt::id).toArray(String[]::new))
                .param("versions", receipts.stream().map(Receipt::version).toArray(String[]::new))
                .param("faults", receipts.stream().map(Receipt::fault).toArray(String[]::new))
                .param("meanings", receipts.stream().map(Receipt::meaning).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** The newest for versions that the caller may see. */
    List<Kept> newest(int most) {
        return jdbc.sql(
                        """
                        select r.*, c.title, v.object_id, v.version, v.revoked,
                               r.meaning = v.meaning as same
                          from exchange.receipt r
                          join exchange.collection c on c.id = r.collection_id
                          join exchange.object_version v
                            on v.collection_id = r.collection_id and v.added = r.added
                         order by r.at desc, r.collection_id, r.added, r.account limit :most
                        """)
                .param("most", most)
                .query(ReceiptStore::kept)
                .list();
    }

    List<Behind> behind(int most) {
        return jdbc.sql(
                        """
                        select l.collection_id, c.title, l.object_id, l.version, l.revoked, d.body,
                               d.receiver, max(d.at) as since
                          from exchange.object_version l
                          join exchange.collection c on c.id = l.collection_id
                          join exchange.object_version v on v.collection_id = l.collection_id
                           and v.object_id = l.object_id and not v.is_last
                          join exchange.delivery d on d.collection_id = l.collection_id
                           and d.what = 'objects'
                           and d.moments @> (extract(epoch from v.added) * 1000000)::bigint
                         where l.is_last and not l.is_first and c.body <> d.body
                           and c.body = database.caller_body()
                           and not exists (
                             select from exchange.delivery e
                              where e.collection_id = l.collection_id and e.what = 'objects'
                                and e.account = d.account
                                and e.moments @> (extract(epoch from l.added) * 1000000)::bigint)
                         group by 1, 2, 3, 4, 5, 6, 7
                         order by l.revoked desc, since, l.object_id, d.receiver limit :most
                        """)
                .param("most", most)
                .query(ReceiptStore::late)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("collection_id", UUID.class),
                row.getString("title"),
                row.getString("object_id"),
                row.getString("version"),
                row.getBoolean("revoked"),
                row.getString("body"),
                row.getString("receiver"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("fault"),
                row.getBoolean("same"));
    }

    private static Behind late(ResultSet row, int number) throws SQLException {
        return new Behind(
                row.getObject("collection_id", UUID.class),
                row.getString("title"),
                row.getString("object_id"),
                row.getString("version"),
                row.getBoolean("revoked"),
                row.getString("body"),
                row.getString("receiver"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
