package az.qalxan.ledger;

import az.qalxan.engines.ledger.Continuation;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how the log went on after restores. */
@Component
class ContinuationStore {

    private final JdbcClient jdbc;

    ContinuationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The public key of the log since it last went on under another name. */
    Optional<String> key() {
        return jdbc.sql(
                        """
                        select next_key from ledger.continuation where note is not null
                        order by number desc limit 1
                        """)
                .query(String.class)
                .optional();
    }

    /** The statement of the last time that it went on under another name. */
    Optional<byte[]> statement() {
        return jdbc.sql(
                        """
                        select note from ledger.continuation where note is not null
                        order by number desc limit 1
                        """)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Each time that it went on, the latest first. */
    List<ContinuedLog> all() {
        return jdbc.sql(
                        """
                        select at, ended_key, size, seen, next_key, restored_from, said_by, reason,
                          note
                        from ledger.continuation order by number desc
                        """)
                .query(ContinuationStore::read)
                .list();
    }

    private static ContinuedLog read(ResultSet row, int number) throws SQLException {
        byte[] note = row.getBytes(9);
        return new ContinuedLog(
                row.getString(2),
                row.getString(5),
                row.getLong(3),
                row.getLong(4),
                new Continuation.Words(
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(1, OffsetDateTime.class).toInstant()),
                note == null ? "" : new String(note, StandardCharsets.UTF_8));
    }

    void add(ContinuedLog went) {
        jdbc.sql(
                        """
                        insert into ledger.continuation (
                          at, ended_key, size, seen, next_key, restored_from, said_by, reason, note)
                        values (:at, :ended, :size, :seen, :next, :from, :by, :reason, :note)
                        """)
                .param("at", went.words().at().atOffset(ZoneOffset.UTC))
                .param("ended", went.endedKey())
                .param("size", went.size())
                .param("seen", went.seen())
                .param("next", went.key())
                .param("from", went.words().restoredFrom())
                .param("by", went.words().by())
                .param("reason", went.words().reason())
                .param("note", bytes(went.statement()))
                .update();
    }

    private static byte @Nullable [] bytes(String statement) {
        return statement.isEmpty() ? null : statement.getBytes(StandardCharsets.UTF_8);
    }
}
