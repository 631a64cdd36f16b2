package az.qalxan.exchange.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what of the net is whose. */
@Component
class ClaimStore {

    private static final int ROWS_MAX = 500;
    private static final String SELECT =
            """
            select c.id, c.owner_id, o.name, c.kind, c.value, c.source, c.state, c.from_at,
              c.until_at, c.asked_by, c.asked_account, c.decided_by, c.reason
            from exchange.claim c join exchange.network_owner o on o.id = c.owner_id
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Claim> ofOwner(UUID owner) {
        return jdbc.sql(
                        SELECT
                                + """
                                where c.owner_id = :owner
                                order by c.state = 'asked' desc, c.until_at is not null, c.kind,
                                  c.value limit :most
                                """)
                .param("owner", owner)
                .param("most", ROWS_MAX)
                .query(ClaimStore::claim)
                .list();
    }

    /** Claims that nobody decided. */
    List<Claim> asked() {
        return jdbc.sql(SELECT + " where c.state = 'asked' order by c.id limit :most")
                .param("most", ROWS_MAX)
                .query(ClaimStore::claim)
                .list();
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(ClaimStore::claim)
                .optional();
    }

    /** Asks for a claim; empty when the owner has it or asked for it. */
    Optional<UUID> ask(UUID owner, OwnerForm.Asked asked, String by, Instant at) {
        return jdbc.sql(
                        """
                        insert into exchange.claim (
                          owner_id, kind, value, source, state, from_at, asked_at, asked_by)
                        values (:owner, :kind, :value, 'claim', 'asked', :from, :at, :by)
                        on conflict (owner_id, kind, value, source)
                          where state <> 'refused' and until_at is null
                        do nothing returning id
                        """)
                .param("owner", owner)
                .param("kind", asked.kind().code())
                .param("value", asked.value())
                .param("from", OwnerStore.utc(asked.from()))
                .param("at", OwnerStore.utc(at))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Decides a claim that somebody else made; false when it is not to be decided so. */
    boolean decide(UUID id, Decision decision) {
        return jdbc.sql(
                                """
                                update exchange.claim set state = :state, decided_at = :at,
                                  decided_by = :by, decided_account = database.caller_account(),
                                  reason = :reason
                                where id = :id and state = 'asked'
                                  and asked_account <> database.caller_account()
                                """)
                        .param("id", id)
                        .param("state", decision.approved() ? "approved" : "refused")
                        .param("at", OwnerStore.utc(decision.at()))
                        .param("by", decision.by())
                        .param("reason", decision.reason())
                        .update()
                == 1;
    }

    /** What a person decided. */
    record Decision(boolean approved, String by, String reason, Instant at) {}

    boolean end(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.claim set until_at = greatest(:at, from_at)
                                where id = :id and state = 'approved' and until_at is null
                                """)
                        .param("id", id)
                        .param("at", OwnerStore.utc(at))
                        .update()
                == 1;
    }

    /** Changes whenever a claim does. */
    long edition() {
        return jdbc.sql("select edition from exchange.claim_edition").query(Long.class).single();
    }

    /** Everything that is or was held in the register of that body. */
    List<Holding> holdings(String body) {
        return jdbc.sql(
                        """
                        select c.owner_id, c.kind, c.value, c.from_at, c.until_at,
                          c.source = 'registry'
                        from exchange.claim c join exchange.network_owner o on o.id = c.owner_id
                        where o.body = :body and c.state = 'approved' and o.ended_at is null
                        order by c.from_at desc, c.id
                        """)
                .param("body", body)
                .query((row, number) ->
                        new Holding(
                                row.getObject(1, UUID.class),
                                ClaimKind.of(row.getString(2)).orElseThrow(),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                OwnerStore.moment(row, 5),
                                row.getBoolean(6)))
                .list();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                ClaimKind.of(row.getString(4)).orElseThrow(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                OwnerStore.moment(row, 9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
