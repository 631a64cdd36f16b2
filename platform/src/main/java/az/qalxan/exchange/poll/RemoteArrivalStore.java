package az.qalxan.exchange.poll;

import az.qalxan.exchange.Receipt;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.arrival}: what came from where, and what became of it. */
@Repository
class RemoteArrivalStore {

    /** What became of one object; an empty fault says that it is here. */
    record Arrival(Slice slice, String fault) {}

    private static final int FAULT_CHARS_MAX = 500;

    private final JdbcClient jdbc;

    RemoteArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the objects that came before, by their digest in hexadecimal. */
    Set<String> known(UUID remote, List<Slice> slices, boolean refusedToo) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select encode(digest, 'hex') from exchange.arrival
                                 where remote_id = :remote and digest = any (:digests)
                                   and (fault = '' or :refused)
                                """)
                        .param("remote", remote)
                        .param("digests", slices.stream().map(Slice::digest).toArray(byte[][]::new))
                        .param("refused", refusedToo)
                        .query(String.class)
                        .list());
    }

    void insert(UUID remote, List<Arrival> arrivals, Instant now) {
        jdbc.sql(
                        """
                        insert into exchange.arrival (remote_id, digest, object_id, version,
                          arrived_at, fault)
                        select distinct on (digest) :remote, digest, id, version, :now, fault
                          from unnest(cast(:digests as bytea[]), :ids, :versions, :faults)
                               as new (digest, id, version, fault)
                        on conflict (remote_id, digest) do update
                           set fault = excluded.fault, receipted_at = null
                        """)
                .param("remote", remote)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "digests",
                        arrivals.stream().map(one -> one.slice().digest()).toArray(byte[][]::new))
                .param("ids", texts(arrivals.stream().map(one -> one.slice().id()).toList()))
                .param(
                        "versions",
                        texts(arrivals.stream().map(one -> one.slice().version()).toList()))
                .param(
                        "faults",
                        texts(arrivals.stream().map(one -> shortened(one.fault())).toList()))
                .update();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static String shortened(String fault) {
        return fault.substring(0, Math.min(fault.length(), FAULT_CHARS_MAX));
    }

    /** The ids of objects that were refused since that moment. */
    List<String> refused(UUID remote, Instant since, int most) {
        return jdbc.sql(
                        """
                        select distinct object_id from exchange.arrival
                         where remote_id = :remote and fault <> '' and arrived_at >= :since
                           and object_id like '%--%' limit :most
                        """)
                .param("remote", remote)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** An arrival that its server has no receipt for yet. */
    record Due(String digest, Receipt receipt) {}

    List<Due> due(UUID remote, UUID collection, int most) {
        return jdbc.sql(
                        """
                        select encode(a.digest, 'hex') as digest, a.object_id, a.version, a.fault,
                               coalesce((select encode(v.meaning, 'hex')
                                           from exchange.object_version v
                                          where v.collection_id = :collection
                                            and v.object_id = a.object_id
                                            and (v.version = a.version
                                              or (a.version = '' and v.is_last))), '') as meaning
                          from exchange.arrival a
                         where a.remote_id = :remote and a.receipted_at is null
                         order by a.arrived_at, a.digest limit :most
                        """)
                .param("remote", remote)
                .param("collection", collection)
                .param("most", most)
                .query((row, n) ->
                        new Due(
                                row.getString("digest"),
                                new Receipt(
                                        row.getString("object_id"),
                                        row.getString("version"),
                                        row.getString("fault"),
                                        row.getString("meaning"))))
                .list();
    }

    void receipted(UUID remote, List<Due> due, Instant now) {
        List<byte[]> digests = new ArrayList<>();
        due.forEach(one -> digests.add(HexFormat.of().parseHex(one.digest())));
        jdbc.sql(
                        """
                        update exchange.arrival set receipted_at = :now
                         where remote_id = :remote and digest = any (:digests)
                        """)
                .param("remote", remote)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digests", digests.toArray(byte[][]::new))
                .update();
    }

    /** A line of the log. */
    record Line(
            String object, String version, Instant arrivedAt, String fault, boolean receipted) {}

    List<Line> newest(UUID remote, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.arrival where remote_id = :remote
                         order by arrived_at desc, object_id, digest limit :most
                        """)
                .param("remote", remote)
                .param("most", most)
                .query((row, n) ->
                        new Line(
                                row.getString("object_id"),
                                row.getString("version"),
                                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                                row.getString("fault"),
                                row.getObject("receipted_at") != null))
                .list();
    }
}
