package az.qalxan.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps editions of the plan; adds, and changes nothing. */
@Component
class EditionStore {

    private static final long LOCK = 0x57A7_0001L;
    private static final int EDITIONS_MAX = 1_000;
    private static final String SELECT =
            """
            select id, number, recorded_at, author, title, language, approved, sha256, note
            from strategy.edition
            """;

    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one recording at a time go on, until its transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> "")
                .list();
    }

    /** The newest first. */
    List<Edition> editions() {
        return jdbc.sql(SELECT + "order by number desc limit :most")
                .param("most", EDITIONS_MAX)
                .query(EditionStore::edition)
                .list();
    }

    Optional<Edition> edition(EditionId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(EditionStore::edition)
                .optional();
    }

    Optional<Edition> newest() {
        return jdbc.sql(SELECT + "order by number desc limit 1")
                .query(EditionStore::edition)
                .optional();
    }

    /** The number of the newest edition; 0 where none is recorded. */
    int newestNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from strategy.edition")
                .query(Integer.class)
                .single();
    }

    Optional<byte[]> content(EditionId id) {
        return jdbc.sql("select content from strategy.edition where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /**
     * @param restores the number of the edition that it repeats; null for a new one
     */
    void insert(Edition edition, byte[] content, int measures, @Nullable Integer restores) {
        jdbc.sql(
                        """
                        insert into strategy.edition (id, number, title, language, approved,
                          measures, content, sha256, note, restores, recorded_at, author)
                        values (:id, :number, :title, :language, :approved, :measures, :content,
                          :sha256, :note, :restores, :at, :author)
                        """)
                .param("id", edition.id().value())
                .param("number", edition.number())
                .param("title", edition.title())
                .param("language", edition.language())
                .param("approved", edition.approved())
                .param("measures", measures)
                .param("content", content)
                .param("sha256", edition.sha256())
                .param("note", edition.note())
                .param("restores", restores)
                .param("at", edition.recorded().atOffset(ZoneOffset.UTC))
                .param("author", edition.by())
                .update();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                new EditionId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                true,
                row.getString(9));
    }
}
