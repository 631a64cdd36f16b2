package az.qalxan.exchange.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps owners of networks and the ways to reach them. */
@Component
class OwnerStore {

    private static final int ROWS_MAX = 200;
    private static final String SELECT =
            """
            select id, body, name, country, language, owner_body, superior, registry_id <> ''
            from exchange.network_owner
            """;

    private final JdbcClient jdbc;

    OwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list, with what is known of the owner. */
    record Line(Owner owner, int claims, int asked, int channels, int open) {}

    /** Owners whose name begins with those words, or who hold that value; by name. */
    List<Line> lines(String words) {
        return jdbc.sql(
                        """
                        select o.id, o.body, o.name, o.country, o.language, o.owner_body,
                          o.superior, o.registry_id <> '',
                          (select count(*) from exchange.claim c where c.owner_id = o.id
                            and c.state = 'approved' and c.until_at is null),
                          (select count(*) from exchange.claim c where c.owner_id = o.id
                            and c.state = 'asked'),
                          (select count(*) from exchange.owner_channel h where h.owner_id = o.id
                            and h.state in ('unverified', 'verified')),
                          (select count(*) from exchange.notice n where n.owner_id = o.id
                            and n.state in ('waiting', 'sent', 'stuck', 'opened'))
                        from exchange.network_owner o
                        where o.ended_at is null and (:words = ''
                          or lower(o.name) like lower(:words) || '%'
                          or exists (select from exchange.claim c
                            where c.owner_id = o.id and c.value = lower(:words)))
                        order by o.registry_id <> '', o.name limit :most
                        """)
                .param("words", words)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Line(
                                owner(row, number),
                                row.getInt(9),
                                row.getInt(10),
                                row.getInt(11),
                                row.getInt(12)))
                .list();
    }

    Optional<Owner> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(OwnerStore::owner)
                .optional();
    }

    Map<UUID, Owner> of(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + " where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(OwnerStore::owner)
                .list()
                .stream()
                .collect(Collectors.toMap(Owner::id, one -> one));
    }

    /** Owners that another may answer to. */
    List<Owner> superiors() {
        return jdbc.sql(
                        SELECT
                                + " where ended_at is null and registry_id = ''"
                                + " order by name limit 500")
                .query(OwnerStore::owner)
                .list();
    }

    /** Enters an owner of the caller's body; empty when the name is taken. */
    Optional<UUID> insert(OwnerForm.Checked form, String by, Instant at) {
        return jdbc.sql(
                        """
                        insert into exchange.network_owner (
                          name, country, language, owner_body, superior, made_at, made_by)
                        values (:name, :country, :language, :ownerBody, :superior, :at, :by)
                        on conflict (body, lower(name)) where ended_at is null and registry_id = ''
                        do nothing returning id
                        """)
                .param("name", form.name())
                .param("country", form.country())
                .param("language", form.language())
                .param("ownerBody", form.ownerBody())
                .param("superior", form.superior())
                .param("at", utc(at))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Enters the holders of a registry's file, or finds them; ids by the registry's names. */
    Map<String, UUID> ofRegistry(Map<String, String> countries, String by, Instant at) {
        String[] names = countries.keySet().toArray(String[]::new);
        String[] lands = countries.values().toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into exchange.network_owner (
                          name, country, language, registry_id, made_at, made_by)
                        select n, c, 'en', n, :at, :by from unnest(:names, :lands) as r (n, c)
                        on conflict (body, registry_id) where registry_id <> '' do nothing
                        """)
                .param("names", names)
                .param("lands", lands)
                .param("at", utc(at))
                .param("by", by)
                .update();
        return jdbc
                .sql(
                        """
                        select registry_id, id from exchange.network_owner
                        where body = database.caller_body() and registry_id = any (:names)
                        """)
                .param("names", names)
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void bundled(Collection<UUID> owners, LocalDate day) {
        jdbc.sql("update exchange.network_owner set bundled_on = :day where id = any (:ids)")
                .param("day", day)
                .param("ids", owners.toArray(UUID[]::new))
                .update();
    }

    /** The ways to reach those owners, the best first. */
    List<Channel> channels(Collection<UUID> owners) {
        return jdbc.sql(
                        """
                        select id, owner_id, kind, address, rank, state from exchange.owner_channel
                        where owner_id = any (:ids) and state <> 'ended'
                        order by owner_id, rank, id
                        """)
                .param("ids", owners.toArray(UUID[]::new))
                .query(OwnerStore::channel)
                .list();
    }

    Optional<Channel> channel(UUID id) {
        return jdbc.sql(
                        """
                        select id, owner_id, kind, address, rank, state from exchange.owner_channel
                        where id = :id
                        """)
                .param("id", id)
                .query(OwnerStore::channel)
                .optional();
    }

    /** Adds a way; false when the owner has it. */
    boolean addChannel(Channel channel, String by, Instant at) {
        return jdbc.sql(
                                """
                                insert into exchange.owner_channel (
                                  id, owner_id, kind, address, rank, state, made_at, made_by)
                                values (:id, :owner, :kind, :address, :rank, :state, :at, :by)
                                on conflict (owner_id, kind, lower(address)) where state <> 'ended'
                                do nothing
                                """)
                        .param("id", channel.id())
                        .param("owner", channel.owner())
                        .param("kind", channel.kind())
                        .param("address", channel.address())
                        .param("rank", channel.rank())
                        .param("state", channel.state())
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean moveChannel(UUID id, String state, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.owner_channel set state = :state, checked_at = :at
                                where id = :id and state not in ('ended', :state)
                                """)
                        .param("id", id)
                        .param("state", state)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private static Owner owner(ResultSet row, int number) throws SQLException {
        return new Owner(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getBoolean(8));
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
