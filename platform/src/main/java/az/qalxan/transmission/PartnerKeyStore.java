package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the public keys of partners. */
@Component
class PartnerKeyStore {

    private static final int KEYS_MAX = 2_000;
    private static final String SELECT =
            """
            select owner, fingerprint, usage, key_id, subject, material, valid_from, valid_until,
              state, entered_by, enterer, entered_at, coalesce(announced_by, ''),
              coalesce(decider, '')
            from transmission.partner_key
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerKeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every key that is not dropped, by owner and end. */
    List<PartnerKey> all() {
        return jdbc.sql(
                        SELECT
                                + """
                                where state <> 'dropped'
                                order by owner, usage, valid_until desc, fingerprint limit :most
                                """)
                .param("most", KEYS_MAX)
                .query(PartnerKeyStore::key)
                .list();
    }

    List<PartnerKey> of(String owner) {
        return jdbc.sql(
                        SELECT
                                + """
                                where owner = :owner and state <> 'dropped'
                                order by usage, valid_until desc, fingerprint limit :most
                                """)
                .param("owner", owner)
                .param("most", KEYS_MAX)
                .query(PartnerKeyStore::key)
                .list();
    }

    Optional<PartnerKey> find(String owner, String fingerprint) {
        return jdbc.sql(SELECT + "where owner = :owner and fingerprint = :fingerprint")
                .param("owner", owner)
                .param("fingerprint", fingerprint)
                .query(PartnerKeyStore::key)
                .optional();
    }

    private static PartnerKey key(ResultSet row, int number) throws SQLException {
        return new PartnerKey(
                row.getString(1),
                row.getString(2),
                KeyUsage.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                time(row, 7),
                time(row, 8),
                row.getString(9),
                new PartnerKey.Origin(
                        row.getString(10),
                        row.getString(11),
                        time(row, 12),
                        row.getString(13),
                        row.getString(14)));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A key to add.
     *
     * @param announcedBy the fingerprint of the key that announced it; null when people enter it
     */
    record Added(
            String owner,
            KeyUsage usage,
            KeyReading.Key key,
            String enterer,
            @Nullable String announcedBy) {}

    /** False when that key is known already. */
    boolean add(Added added) {
        KeyReading.Key key = added.key();
        return jdbc.sql(
                                """
                                insert into transmission.partner_key (
                                  owner, peer, fingerprint, usage, key_id, subject, material,
                                  valid_from, valid_until, state, entered_at, enterer,
                                  announced_by)
                                values (:owner, :peer, :fingerprint, :usage, :keyId, :subject,
                                  :material, :from, :until, :state, :at, :enterer, :announcedBy)
                                on conflict do nothing
                                """)
                        .param("owner", added.owner())
                        .param("peer", added.usage().ofPeers() ? added.owner() : null)
                        .param("fingerprint", Sha256.of(key.material()))
                        .param("usage", added.usage().code())
                        .param("keyId", key.keyId())
                        .param("subject", key.subject())
                        .param("material", key.material())
                        .param("from", key.from().atOffset(ZoneOffset.UTC))
                        .param("until", key.until().atOffset(ZoneOffset.UTC))
                        .param("state", added.announcedBy() == null ? "proposed" : "in-force")
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("enterer", added.enterer())
                        .param("announcedBy", added.announcedBy())
                        .update()
                == 1;
    }

    /** False when it is decided already, or the caller entered it. */
    boolean decide(String owner, String fingerprint, boolean admit, String decider) {
        return jdbc.sql(
                                """
                                update transmission.partner_key
                                set state = :state, decided_at = :at, decider = :decider,
                                  decided_by = database.caller_account()
                                where owner = :owner and fingerprint = :fingerprint
                                  and state = 'proposed'
                                  and entered_by <> database.caller_account()
                                """)
                        .param("state", admit ? "in-force" : "dropped")
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("decider", decider)
                        .param("owner", owner)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    /** Ends a key at once: it is no longer trusted. */
    boolean end(String owner, String fingerprint) {
        return jdbc.sql(
                                """
                                update transmission.partner_key set state = 'ended'
                                where owner = :owner and fingerprint = :fingerprint
                                  and state = 'in-force'
                                """)
                        .param("owner", owner)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }
}
