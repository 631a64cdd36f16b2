package az.qalxan.exchange.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who handles what for an owner. */
@Component
class DelegationStore {

    private static final int ROWS_MAX = 100;
    private static final String SELECT =
            """
            select id, owner_id, held, to_body, to_name, from_at, until_at, given_by, revoked_at,
              revoked_by from exchange.owner_delegation
            """;

    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which parts somebody else handles at that moment, by owner. */
    Map<UUID, Set<String>> parts(Collection<UUID> owners, Instant now) {
        return jdbc
                .sql(
                        """
                        select distinct owner_id, held from exchange.owner_delegation
                        where owner_id = any (:owners) and held <> '' and revoked_at is null
                          and from_at <= :now and until_at > :now
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("now", OwnerStore.utc(now))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    List<Delegation> of(UUID owner) {
        return jdbc.sql(
                        SELECT
                                + """
                                where owner_id = :owner
                                order by revoked_at is not null, until_at desc, id limit :most
                                """)
                .param("owner", owner)
                .param("most", ROWS_MAX)
                .query(DelegationStore::delegation)
                .list();
    }

    /** What is given, to whom. */
    record Given(
            UUID owner,
            String held,
            String toBody,
            String toAccount,
            String toName,
            Instant from,
            Instant until,
            String by) {}

    void give(Given given) {
        jdbc.sql(
                        """
                        insert into exchange.owner_delegation (owner_id, held, to_body, to_account,
                          to_name, from_at, until_at, given_by)
                        values (:owner, :held, :body, :account, :name, :from, :until, :by)
                        """)
                .param("owner", given.owner())
                .param("held", given.held())
                .param("body", given.toBody())
                .param("account", given.toAccount())
                .param("name", given.toName())
                .param("from", OwnerStore.utc(given.from()))
                .param("until", OwnerStore.utc(given.until()))
                .param("by", given.by())
                .update();
    }

    boolean revoke(UUID owner, UUID id, String by, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.owner_delegation
                                set revoked_at = :at, revoked_by = :by
                                where id = :id and owner_id = :owner and revoked_at is null
                                """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("by", by)
                        .param("at", OwnerStore.utc(at))
                        .update()
                == 1;
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                OwnerStore.moment(row, 9),
                row.getString(10));
    }
}
