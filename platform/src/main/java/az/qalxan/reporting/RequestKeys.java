package az.qalxan.reporting;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the idempotency keys of a caller. */
@Component
class RequestKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an earlier request with that key stored. */
    record Earlier(String digest, ReportId id, ReportReference reference) {}

    Optional<Earlier> find(String key) {
        return jdbc.sql(
                        """
                        select digest, report_id, reference from reporting.request_key
                        where account = database.caller_account() and key = :key
                        """)
                .param("key", key)
                .query((row, number) ->
                        new Earlier(
                                row.getString(1),
                                new ReportId(row.getObject(2, UUID.class)),
                                new ReportReference(row.getString(3))))
                .optional();
    }

    /**
     * Keeps the key in the running transaction.
     *
     * @throws DuplicateKeyException when another request with the key was faster
     */
    void keep(String key, Earlier stored) {
        jdbc.sql(
                        """
                        insert into reporting.request_key (key, digest, report_id, reference, at)
                        values (:key, :digest, :id, :reference, :at)
                        """)
                .param("key", key)
                .param("digest", stored.digest())
                .param("id", stored.id().value())
                .param("reference", stored.reference().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
