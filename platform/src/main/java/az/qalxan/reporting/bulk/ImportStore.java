package az.qalxan.reporting.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the imports of every body. */
@Component
class ImportStore {

    private static final int SHOWN_MAX = 50;
    private static final String SELECT =
            """
            select id, account, body, roles, file_name, state, rows_total, rows_wrong, rows_done,
              rows_stored, created_at
            from reporting.import
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file that was read and can be imported. */
    record Checked(
            UUID id,
            String roles,
            String fileName,
            String sha256,
            long bytes,
            int total,
            int wrong) {}

    @Transactional
    public void add(Checked file) {
        jdbc.sql(
                        """
                        insert into reporting.import (id, roles, file_name, sha256, bytes, state,
                          rows_total, rows_wrong, created_at, changed_at)
                        values (:id, :roles, :name, :sha256, :bytes, 'checked', :total, :wrong, :at,
                          :at)
                        """)
                .param("id", file.id())
                .param("roles", file.roles())
                .param("name", file.fileName())
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .param("total", file.total())
                .param("wrong", file.wrong())
                .param("at", now())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<ImportStatus> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ImportStore::status)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<ImportStatus> newest() {
        return jdbc.sql(SELECT + "order by created_at desc limit " + SHOWN_MAX)
                .query(ImportStore::status)
                .list();
    }

    /** Those that were running when the platform stopped. */
    @Transactional(readOnly = true)
    public List<ImportStatus> running() {
        return jdbc.sql(SELECT + "where state = 'running' order by created_at")
                .query(ImportStore::status)
                .list();
    }

    /** Moves from one state to another; false when it is in a third. */
    @Transactional
    public boolean move(UUID id, String from, String to) {
        return jdbc.sql(
                                """
                                update reporting.import set state = :to, changed_at = :at
                                where id = :id and state = :from
                                """)
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .param("at", now())
                        .update()
                == 1;
    }

    /** The import of the caller's body that took the same file, unless it was dropped. */
    @Transactional(readOnly = true)
    public Optional<ImportStatus> same(String sha256) {
        return jdbc.sql(
                        SELECT
                                + """
                                where sha256 = :sha256 and body = database.caller_body()
                                  and state <> 'dropped'
                                """)
                .param("sha256", sha256)
                .query(ImportStore::status)
                .optional();
    }

    /**
     * Notes a batch in the transaction that stored it; false when it was paused meanwhile, or when
     * another process has taken rows behind {@code done}.
     */
    boolean advance(UUID id, int done, int taken, int stored) {
        return jdbc.sql(
                                """
                                update reporting.import
                                set rows_done = rows_done + :taken,
                                    rows_stored = rows_stored + :stored, changed_at = :at
                                where id = :id and state = 'running' and rows_done = :done
                                """)
                        .param("id", id)
                        .param("done", done)
                        .param("taken", taken)
                        .param("stored", stored)
                        .param("at", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ImportStatus status(ResultSet row, int number) throws SQLException {
        return new ImportStatus(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }
}
