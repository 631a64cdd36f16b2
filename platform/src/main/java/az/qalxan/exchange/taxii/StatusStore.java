package az.qalxan.exchange.taxii;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.status}: what became of envelopes. */
@Repository
class StatusStore {

    private final JdbcClient jdbc;

    StatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Instant at, String content) {
        jdbc.sql("insert into exchange.status (id, requested_at, content) values (:id, :at, :text)")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("text", content)
                .update();
    }

    /** The caller's own. */
    Optional<String> find(UUID id) {
        return jdbc.sql("select content from exchange.status where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from exchange.status where requested_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
