package az.qalxan.exchange;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Removes objects, and keeps whose they were and whether they were revoked. */
@Repository
class RemovalStore {

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final Clock clock;

    RemovalStore(JdbcClient jdbc, ObjectStore objects, Clock clock) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.clock = clock;
    }

    ObjectShelf.Removal remove(UUID collection, String object, Versions versions, String by) {
        objects.holdTail(collection);
        String which =
                versions.all()
                        ? ""
                        : " and (version_key = any (:keys)"
                                + (versions.first() ? " or is_first" : "")
                                + (versions.last() ? " or is_last" : "")
                                + ")";
        JdbcClient.StatementSpec asked =
                jdbc.sql(
                        """
                        select v.body = database.caller_body() or c.body = database.caller_body()
                          from exchange.object_version v
                          join exchange.collection c on c.id = v.collection_id
                         where collection_id = :collection and object_id = :object
                        """
                                + which);
        List<Boolean> own =
                bind(asked, collection, object, versions)
                        .query((row, n) -> row.getBoolean(1))
                        .list();
        if (own.isEmpty()) {
            return ObjectShelf.Removal.UNKNOWN;
        }
        if (own.contains(false)) {
            return ObjectShelf.Removal.NOT_YOURS;
        }
        remember(collection, object, by);
        JdbcClient.StatementSpec delete =
                jdbc.sql(
                        "delete from exchange.object_version where collection_id = :collection"
                                + " and object_id = :object"
                                + which);
        if (bind(delete, collection, object, versions).update() == 0) {
            return ObjectShelf.Removal.NOT_YOURS;
        }
        objects.settle(collection, List.of(object), clock.instant());
        return ObjectShelf.Removal.DONE;
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec asked, UUID collection, String object, Versions versions) {
        JdbcClient.StatementSpec bound =
                asked.param("collection", collection).param("object", object);
        return versions.all() ? bound : bound.param("keys", versions.keys().toArray(String[]::new));
    }

    private void remember(UUID collection, String object, String by) {
        jdbc.sql(
                        """
                        insert into exchange.removed (collection_id, object_id, body, created_by,
                          revoked, version_key, removed_at, removed_by)
                        select distinct on (object_id) collection_id, object_id, body, created_by,
                               bool_or(revoked) over (partition by object_id), version_key, :now,
                               :by
                          from exchange.object_version
                         where collection_id = :collection and object_id = :object
                         order by object_id, version_key desc
                        on conflict (collection_id, object_id) do update
                           set revoked = removed.revoked or excluded.revoked,
                               version_key = greatest(removed.version_key, excluded.version_key),
                               removed_at = excluded.removed_at, removed_by = excluded.removed_by
                        """)
                .param("collection", collection)
                .param("object", object)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
