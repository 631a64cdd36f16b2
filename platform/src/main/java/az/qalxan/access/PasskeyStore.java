package az.qalxan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code access.passkey}. */
@Repository
class PasskeyStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a later answer is checked against.
     *
     * @param credential the attested credential data (WebAuthn section 6.5.2)
     */
    record Key(byte[] id, byte[] credential, long signCount, Flags flags) {}

    /** Whether the passkey may be, and is, kept in more than one device. */
    record Flags(boolean backupEligible, boolean backedUp) {}

    boolean any(AccountId account) {
        return jdbc.sql("select exists (select 1 from access.passkey where account = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The account's passkeys, the oldest first. */
    List<Passkey> of(AccountId account) {
        return jdbc.sql(
                        """
                        select id, label, created_at, used_at from access.passkey
                        where account = :account order by created_at
                        """)
                .param("account", account.value())
                .query((row, n) ->
                        new Passkey(
                                Passkey.code(row.getBytes("id")),
                                row.getString("label"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                row.getObject("used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Key> find(AccountId account, byte[] id) {
        return jdbc.sql(
                        """
                        select id, public_key, sign_count, backup_eligible, backed_up
                        from access.passkey where account = :account and id = :id
                        """)
                .param("account", account.value())
                .param("id", id)
                .query((row, n) -> key(row))
                .optional();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getBytes("id"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                new Flags(row.getBoolean("backup_eligible"), row.getBoolean("backed_up")));
    }

    /** Adds a passkey; false when that credential is known already. */
    boolean insert(AccountId account, String label, Key key) {
        return jdbc.sql(
                                """
                                insert into access.passkey
                                  (id, account, label, public_key, sign_count, transports,
                                   backup_eligible, backed_up, created_at, used_at)
                                values (:id, :account, :label, :key, :count, '{}',
                                        :eligible, :backed, :now, :now)
                                on conflict (id) do nothing
                                """)
                        .param("id", key.id())
                        .param("account", account.value())
                        .param("label", label)
                        .param("key", key.credential())
                        .param("count", key.signCount())
                        .param("eligible", key.flags().backupEligible())
                        .param("backed", key.flags().backedUp())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes a use and the authenticator's counter. */
    void used(AccountId account, byte[] id, long signCount) {
        jdbc.sql(
                        """
                        update access.passkey set sign_count = :count, used_at = :now
                        where account = :account and id = :id
                        """)
                .param("count", signCount)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    boolean remove(AccountId account, byte[] id) {
        return jdbc.sql("delete from access.passkey where account = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
