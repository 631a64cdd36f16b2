package az.qalxan.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps channels; row-level security leaves visitors the public ones. */
@Component
class ChannelStore {

    private static final int ROWS_MAX = 10_000;
    private static final String SELECT =
            """
            select id, organisation, post, kind, value, hours, open_to_public, status, checked_at,
              coalesce(checked_by, '')
            from directory.channel
            """;

    private final JdbcClient jdbc;

    ChannelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The channels in use, of one organisation or, for an empty code, of all. */
    List<Channel> channels(String organisation) {
        return jdbc.sql(
                        SELECT
                                + """
                                where valid_to is null and (:code = '' or organisation = :code)
                                order by organisation, kind, value limit :most
                                """)
                .param("code", organisation)
                .param("most", ROWS_MAX)
                .query(ChannelStore::channel)
                .list();
    }

    Optional<Channel> channel(UUID id, String organisation) {
        return jdbc.sql(
                        SELECT
                                + """
                                where id = :id and organisation = :code and valid_to is null
                                for update
                                """)
                .param("id", id)
                .param("code", organisation)
                .query(ChannelStore::channel)
                .optional();
    }

    /** Adds a channel that nobody has tried; false when the organisation has it already. */
    boolean insert(Channel channel, Instant at) {
        return jdbc.sql(
                                """
                                insert into directory.channel (id, organisation, post, kind, value,
                                  hours, open_to_public, status, valid_from)
                                values (:id, :code, :post, :kind, :value, :hours, :open,
                                  'unverified', :at)
                                on conflict (organisation, kind, value) where valid_to is null
                                do nothing
                                """)
                        .param("id", channel.id())
                        .param("code", channel.organisation())
                        .param("post", channel.post())
                        .param("kind", channel.address().kind().code())
                        .param("value", channel.address().value())
                        .param("hours", channel.address().hours())
                        .param("open", channel.address().open())
                        .param("at", DirectoryStore.utc(at))
                        .update()
                == 1;
    }

    void hours(UUID id, String hours) {
        jdbc.sql("update directory.channel set hours = :hours where id = :id")
                .param("id", id)
                .param("hours", hours)
                .update();
    }

    void check(UUID id, ChannelStatus status, String account, Instant at) {
        jdbc.sql(
                        """
                        update directory.channel
                        set status = :status, checked_at = :at, checked_by = :account
                        where id = :id
                        """)
                .param("id", id)
                .param("status", status.code())
                .param("account", account)
                .param("at", DirectoryStore.utc(at))
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("update directory.channel set valid_to = :at where id = :id")
                .param("id", id)
                .param("at", DirectoryStore.utc(at))
                .update();
    }

    void endOfPost(UUID post, Instant at) {
        jdbc.sql(
                        """
                        update directory.channel set valid_to = :at
                        where post = :post and valid_to is null
                        """)
                .param("post", post)
                .param("at", DirectoryStore.utc(at))
                .update();
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime checked = row.getObject(9, OffsetDateTime.class);
        return new Channel(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                new ChannelAddress(
                        ChannelKind.of(row.getString(4)).orElseThrow(),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)),
                ChannelStatus.of(row.getString(8)).orElseThrow(),
                checked == null ? null : checked.toInstant(),
                row.getString(10));
    }
}
