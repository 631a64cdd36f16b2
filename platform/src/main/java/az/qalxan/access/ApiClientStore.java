package az.qalxan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code access.api_client}. */
@Repository
class ApiClientStore {

    private static final String SELECT =
            "select id, name, body, roles, created_at, expires_at, revoked_at, last_used_at"
                    + " from access.api_client ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClientStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(AccountId id, NewApiClient client, byte[] tokenHash) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into access.api_client
                          (id, name, body, roles, token_hash, created_at, expires_at)
                        values (:id, :name, :body, :roles, :hash, :now, :expires)
                        """)
                .param("id", id.value())
                .param("name", client.name())
                .param("body", client.body().value())
                .param("roles", AccountStore.codes(client.roles()))
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(client.lifetime()).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ApiClient> find(byte[] tokenHash) {
        return jdbc.sql(SELECT + "where token_hash = :hash")
                .param("hash", tokenHash)
                .query(ApiClientStore::row)
                .optional();
    }

    Optional<ApiClient> find(AccountId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(ApiClientStore::row)
                .optional();
    }

    List<ApiClient> newest(int rowsMax) {
        return jdbc.sql(SELECT + "order by created_at desc limit :max")
                .param("max", rowsMax)
                .query(ApiClientStore::row)
                .list();
    }

    /** Notes that a token was used, at most once a minute. */
    void noteUse(AccountId id) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        update access.api_client set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :before)
                        """)
                .param("id", id.value())
                .param("now", now)
                .param("before", now.minusMinutes(1))
                .update();
    }

    boolean revoke(AccountId id) {
        return jdbc.sql(
                                """
                                update access.api_client set revoked_at = :now
                                where id = :id and revoked_at is null
                                """)
                        .param("id", id.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ApiClient row(ResultSet row, int number) throws SQLException {
        return new ApiClient(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new BodyCode(row.getString("body")),
                AccountStore.roles(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
