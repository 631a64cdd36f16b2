package az.qalxan.exchange.misp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes {@code exchange.misp_group}: sharing groups and who is in them. */
@Repository
class GroupStore {

    /** A sharing group as it is kept. */
    record StoredGroup(
            long number,
            UUID uuid,
            String code,
            String body,
            String name,
            String releasability,
            boolean active,
            String content) {}

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredGroup> all() {
        return jdbc.sql("select * from exchange.misp_group order by name, uuid")
                .query((row, n) -> row(row))
                .list();
    }

    Optional<StoredGroup> find(UUID uuid) {
        return jdbc.sql("select * from exchange.misp_group where uuid = :uuid")
                .param("uuid", uuid)
                .query((row, n) -> row(row))
                .optional();
    }

    @Transactional(readOnly = true)
    @Nullable UUID byNumber(long number) {
        return jdbc.sql("select uuid from exchange.misp_group where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** Adds it with its organisations; false when it is there, seen or not. */
    boolean insert(MispGroup group, String code, String body, Instant now) {
        boolean fresh =
                jdbc.sql(
                                        """
                                        insert into exchange.misp_group (uuid, code, body, name,
                                          releasability, active, content, changed_at)
                                        values (:uuid, :code, :body, :name, :releasability, :active,
                                          :content, :now)
                                        on conflict (uuid) do nothing
                                        """)
                                .params(values(group, now))
                                .param("code", code)
                                .param("body", body)
                                .update()
                        == 1;
        if (fresh) {
            organisations(group);
        }
        return fresh;
    }

    /** Changes it and its organisations. */
    void update(MispGroup group, Instant now) {
        jdbc.sql(
                        """
                        update exchange.misp_group
                           set name = :name, releasability = :releasability, active = :active,
                               content = :content, changed_at = :now
                         where uuid = :uuid
                        """)
                .params(values(group, now))
                .update();
        jdbc.sql("delete from exchange.misp_group_organisation where group_uuid = :uuid")
                .param("uuid", group.uuid())
                .update();
        organisations(group);
    }

    private static Map<String, Object> values(MispGroup group, Instant now) {
        return Map.of(
                "uuid", group.uuid(),
                "name", MispEventStore.clean(group.name()),
                "releasability", MispEventStore.clean(group.releasability()),
                "active", group.active(),
                "content", group.content().toString(),
                "now", now.atOffset(ZoneOffset.UTC));
    }

    private void organisations(MispGroup group) {
        group.organisations().forEach((uuid, name) -> add(group.uuid(), uuid, name));
    }

    void add(UUID group, UUID organisation, String name) {
        jdbc.sql(
                        """
                        insert into exchange.misp_group_organisation
                          (group_uuid, organisation, name)
                        values (:group, :organisation, :name) on conflict do nothing
                        """)
                .param("group", group)
                .param("organisation", organisation)
                .param("name", MispEventStore.clean(name))
                .update();
    }

    boolean remove(UUID group, UUID organisation) {
        return jdbc.sql(
                                """
                                delete from exchange.misp_group_organisation
                                 where group_uuid = :group and organisation = :organisation
                                """)
                        .param("group", group)
                        .param("organisation", organisation)
                        .update()
                == 1;
    }

    Map<UUID, String> organisations(UUID group) {
        Map<UUID, String> found = new TreeMap<>();
        jdbc.sql(
                        """
                        select organisation, name from exchange.misp_group_organisation
                         where group_uuid = :group
                        """)
                .param("group", group)
                .query((row, n) ->
                        found.put(row.getObject("organisation", UUID.class), row.getString("name")))
                .list();
        return found;
    }

    /** Under which UUID a body stands in sharing groups when nobody said another one. */
    @Transactional(readOnly = true)
    UUID organisation(String body) {
        return jdbc.sql("select exchange.misp_organisation(:body)")
                .param("body", body)
                .query(UUID.class)
                .single();
    }

    /** Which body speaks as the organisation; empty when none here does. */
    @Transactional(readOnly = true)
    Optional<String> body(UUID organisation) {
        return jdbc.sql(
                        """
                        select body from exchange.speaker
                         where identity = :identity and confirmed_at is not null
                        """)
                .param("identity", "identity--" + organisation)
                .query(String.class)
                .optional();
    }

    private static StoredGroup row(ResultSet row) throws SQLException {
        return new StoredGroup(
                row.getLong("number"),
                row.getObject("uuid", UUID.class),
                row.getString("code"),
                row.getString("body"),
                row.getString("name"),
                row.getString("releasability"),
                row.getBoolean("active"),
                row.getString("content"));
    }
}
