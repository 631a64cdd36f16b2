package az.qalxan.strategy;

import az.qalxan.database.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps plan files that somebody put up and has not recorded yet. */
@Component
class UploadStore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int NAME_MAX = 200;

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that waits to be recorded. */
    record Upload(UUID id, String name, byte[] content) {}

    /** Keeps the file and lets go of the caller's that are a day old. */
    UUID insert(String name, byte[] content, Instant now) {
        jdbc.sql("delete from strategy.upload where uploaded_at < :old")
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into strategy.upload (id, content, name, sha256, uploaded_at)
                        values (:id, :content, :name, :sha256, :at)
                        """)
                .param("id", id)
                .param("content", content)
                .param("name", name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name)
                .param("sha256", Sha256.of(content))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("select id, name, content from strategy.upload where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Upload(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)))
                .optional();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from strategy.upload where id = :id").param("id", id).update() == 1;
    }
}
