package az.qalxan.law;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which cells of the matrix have to be looked at again. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A cell that waits.
     *
     * @param touched the place in an instrument that changed
     */
    record Waiting(LineKey line, @Nullable UUID cause, String touched, Instant openedAt) {}

    /** Every cell that waits, the longest first. */
    List<Waiting> waiting() {
        return jdbc.sql(
                        """
                        select l.kind, l.key, v.cause, v.touched, v.opened_at
                        from law.review v join law.line l on l.id = v.line
                        where v.closed_at is null order by v.opened_at, l.key
                        """)
                .query((row, number) ->
                        new Waiting(
                                new LineKey(
                                        FactKind.of(row.getString(1)).orElseThrow(),
                                        row.getString(2)),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Reopens those lines; one that waits already goes on waiting. Gives how many are new. */
    int open(List<LineKey> lines, UUID cause, List<String> touched, Instant at) {
        return jdbc.sql(
                        """
                        insert into law.review (line, cause, touched, opened_at)
                        select l.id, :cause, new.touched, :at
                        from unnest(:kinds, :keys, :touched) as new (kind, key, touched)
                        join law.line l on l.kind = new.kind and l.key = new.key
                        on conflict do nothing
                        """)
                .param("kinds", lines.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param("keys", lines.stream().map(LineKey::key).toArray(String[]::new))
                .param("touched", touched.toArray(String[]::new))
                .param("cause", cause)
                .param("at", RecordingStore.utc(at))
                .update();
    }

    /** Somebody has looked at the line again. */
    void close(LineKey line, UUID proposal, Instant at) {
        jdbc.sql(
                        """
                        update law.review set closed_at = :at, closed_by = :proposal
                        where closed_at is null and line = (
                          select id from law.line where kind = :kind and key = :key)
                        """)
                .param("at", RecordingStore.utc(at))
                .param("proposal", proposal)
                .param("kind", line.kind().code())
                .param("key", line.key())
                .update();
    }
}
