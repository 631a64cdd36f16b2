package az.qalxan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.speaker}: which body speaks as which identity. */
@Repository
class SpeakerStore {

    /**
     * A body's word that an identity is its own.
     *
     * @param claimant the account that said so
     * @param confirmedAt null until a second person confirmed it
     */
    record Speaker(
            String identity,
            String body,
            Instant claimedAt,
            String claimedBy,
            String claimant,
            @Nullable Instant confirmedAt,
            String confirmedBy) {}

    private final JdbcClient jdbc;

    SpeakerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bodies that speak, as two people said, as these identities. */
    Map<String, String> bodies(Collection<String> identities) {
        Map<String, String> bodies = new HashMap<>();
        jdbc.sql(
                        """
                        select identity, body from exchange.speaker
                         where identity = any (:identities) and confirmed_at is not null
                        """)
                .param("identities", identities.toArray(String[]::new))
                .query((row, n) -> bodies.put(row.getString("identity"), row.getString("body")))
                .list();
        return bodies;
    }

    List<Speaker> all() {
        return jdbc.sql("select * from exchange.speaker order by claimed_at, identity")
                .query(SpeakerStore::row)
                .list();
    }

    /** False when it was claimed before. */
    boolean claim(String identity, String by, Instant now) {
        return jdbc.sql(
                                """
                                insert into exchange.speaker (identity, claimed_at, claimed_by)
                                values (:identity, :now, :by) on conflict do nothing
                                """)
                        .param("identity", identity)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean confirm(String identity, String by, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.speaker
                                   set confirmed_at = :now, confirmed_by = :by
                                 where identity = :identity and confirmed_at is null
                                """)
                        .param("identity", identity)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean giveUp(String identity) {
        return jdbc.sql("delete from exchange.speaker where identity = :identity")
                        .param("identity", identity)
                        .update()
                == 1;
    }

    private static Speaker row(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Speaker(
                row.getString("identity"),
                row.getString("body"),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getString("claimed_by"),
                row.getString("claimant"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("confirmed_by"));
    }
}
