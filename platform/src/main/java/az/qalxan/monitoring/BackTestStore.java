package az.qalxan.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what versions would have found in stored events. */
@Component
class BackTestStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<BackTest.OfRule>> RULES = new TypeReference<>() {};
    private static final String SELECT =
            """
            select id, version_id, body, from_at, until_at, state, events, damaged, findings,
              by_rule, asked_at, asked_by, finished_at
            from monitoring.back_test
            """;

    private final JdbcClient jdbc;

    BackTestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(RuleVersion version, Instant from, Instant until, String by) {
        return jdbc.sql(
                        """
                        insert into monitoring.back_test
                          (version_id, body, from_at, until_at, asked_at, asked_by)
                        values (:version, :body, :from, :until, :until, :by) returning id
                        """)
                .param("version", version.id())
                .param("body", version.of().body())
                .param("from", EventSourceStore.utc(from))
                .param("until", EventSourceStore.utc(until))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    List<BackTest> of(UUID version) {
        return jdbc.sql(SELECT + "where version_id = :id order by id desc limit 20")
                .param("id", version)
                .query((row, number) -> read(row))
                .list();
    }

    /** The oldest that waits, held for the running transaction. */
    Optional<BackTest> take() {
        return jdbc.sql(
                        SELECT
                                + "where state = 'waiting' order by id limit 1"
                                + " for update skip locked")
                .query((row, number) -> read(row))
                .optional();
    }

    void done(BackTest test, Instant now) {
        jdbc.sql(
                        """
                        update monitoring.back_test set state = :state, events = :events,
                          damaged = :damaged, findings = :findings,
                          by_rule = cast(:rules as jsonb), finished_at = :now
                        where id = :id
                        """)
                .param("state", test.state())
                .param("events", test.events())
                .param("damaged", test.damaged())
                .param("findings", test.findings())
                .param("rules", JSON.writeValueAsString(test.byRule()))
                .param("now", EventSourceStore.utc(now))
                .param("id", test.id())
                .update();
    }

    /** One that did not come to its end; what was begun of it is nothing. */
    void failed(UUID test, Instant now) {
        jdbc.sql(
                        """
                        update monitoring.back_test set state = 'failed', finished_at = :now
                        where id = :id and state = 'waiting'
                        """)
                .param("now", EventSourceStore.utc(now))
                .param("id", test)
                .update();
    }

    private static BackTest read(ResultSet row) throws SQLException {
        return new BackTest(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                JSON.readValue(row.getString(10), RULES),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getString(12),
                EventSourceStore.moment(row, 13));
    }
}
