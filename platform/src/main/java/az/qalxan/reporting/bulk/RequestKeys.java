package az.qalxan.reporting.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers the idempotency keys of a caller for a day, so that a repeated request stores nothing a
 * second time (IETF draft-ietf-httpapi-idempotency-key-header).
 */
@Component
class RequestKeys {

    static final int KEY_CHARS_MAX = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an earlier request with that key stored. */
    record Earlier(String digest, String id, String reference) {}

    Optional<Earlier> find(String key) {
        return jdbc.sql(
                        """
                        select digest, report_id, reference from reporting.request_key
                        where account = database.caller_account() and key = :key
                        """)
                .param("key", key)
                .query((row, number) ->
                        new Earlier(row.getString(1), row.getString(2), row.getString(3)))
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
                        values (:key, :digest, cast(:id as uuid), :reference, :at)
                        """)
                .param("key", key)
                .param("digest", stored.digest())
                .param("id", stored.id())
                .param("reference", stored.reference())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static String digest(ReportMessage message) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(message.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
