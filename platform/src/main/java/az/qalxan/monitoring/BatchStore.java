package az.qalxan.monitoring;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was handed over at once, and in which order it was judged. */
@Component
class BatchStore {

    /** What failed so often is left aside until somebody looks at it. */
    static final int ATTEMPTS_MAX = 5;

    private static final int DAMAGED_BYTES_MAX = 65_536;

    private static final String DAMAGED =
            """
            select d.batch_id, d.line, d.place, d.problem, d.raw, d.kept_at,
              coalesce(d.repaired_by, '')
            from monitoring.damaged_line d join monitoring.batch b on b.id = d.batch_id
            """;

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch that is to be taken. */
    record Fresh(
            Source source,
            String key,
            String digest,
            EventReading.Lines lines,
            @Nullable UUID firstId,
            @Nullable UUID lastId) {}

    /** Takes a batch; empty when its key was used before. */
    Optional<Long> insert(Fresh batch, Instant now) {
        return jdbc.sql(
                        """
                        insert into monitoring.batch (source_id, body, handling, key, digest, lines,
                          events, damaged, taken_at, first_id, last_id)
                        values (:source, :body, :handling, :key, :digest, :lines, :events, :damaged,
                          :now, cast(:first_id as uuid), cast(:last_id as uuid))
                        on conflict on constraint batch_once do nothing returning id
                        """)
                .param("source", batch.source().id())
                .param("body", batch.source().body())
                .param("handling", batch.source().handling().rank())
                .param("key", batch.key())
                .param("digest", batch.digest())
                .param("lines", batch.lines().lines())
                .param("events", batch.lines().events().size())
                .param("damaged", batch.lines().damages())
                .param("now", EventSourceStore.utc(now))
                .param("first_id", text(batch.firstId()))
                .param("last_id", text(batch.lastId()))
                .query(Long.class)
                .optional();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    void keepDamaged(long batch, Source source, List<EventReading.Damaged> lines, Instant now) {
        jdbc.sql(
                        """
                        insert into monitoring.damaged_line (batch_id, line, body, handling,
                          problem, place, raw, kept_at)
                        select :batch, line, :body, :handling, problem, place, raw, :now
                        from unnest(cast(:lines as integer[]), :problems,
                          cast(:places as integer[]), cast(:raws as bytea[]))
                          as new (line, problem, place, raw)
                        """)
                .param("batch", batch)
                .param("body", source.body())
                .param("handling", source.handling().rank())
                .param("now", EventSourceStore.utc(now))
                .param(
                        "lines",
                        lines.stream().map(EventReading.Damaged::line).toArray(Integer[]::new))
                .param(
                        "problems",
                        lines.stream().map(EventReading.Damaged::problem).toArray(String[]::new))
                .param(
                        "places",
                        lines.stream().map(EventReading.Damaged::place).toArray(Integer[]::new))
                .param("raws", lines.stream().map(BatchStore::cut).toArray(byte[][]::new))
                .update();
    }

    private static byte[] cut(EventReading.Damaged line) {
        return line.raw().length <= DAMAGED_BYTES_MAX
                ? line.raw()
                : Arrays.copyOf(line.raw(), DAMAGED_BYTES_MAX);
    }

    /** A batch as it was taken. */
    record Taken(
            long id,
            UUID source,
            String digest,
            int lines,
            int events,
            int damaged,
            Instant at,
            boolean judged) {}

    Optional<Taken> find(UUID source, String key) {
        return jdbc.sql(
                        """
                        select id, source_id, digest, lines, events, damaged, taken_at,
                          judged_at is not null
                        from monitoring.batch where source_id = :source and key = :key
                        """)
                .param("source", source)
                .param("key", key)
                .query((row, number) -> taken(row))
                .optional();
    }

    /** The latest batches of a source. */
    List<Taken> latest(UUID source, int most) {
        return jdbc.sql(
                        """
                        select id, source_id, digest, lines, events, damaged, taken_at,
                          judged_at is not null
                        from monitoring.batch where source_id = :source
                        order by id desc limit :most
                        """)
                .param("source", source)
                .param("most", most)
                .query((row, number) -> taken(row))
                .list();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBoolean(8));
    }

    /**
     * A damaged line that is kept for repair.
     *
     * @param repairedBy who repaired it; empty where nobody did
     */
    record DamagedLine(
            long batch,
            int line,
            int place,
            String problem,
            byte[] raw,
            Instant at,
            String repairedBy) {

        boolean repaired() {
            return !repairedBy.isEmpty();
        }

        /** What was kept, as text; what is no UTF-8 shows as such. */
        String text() {
            return new String(raw, StandardCharsets.UTF_8);
        }
    }

    /** The latest damaged lines of a source. */
    List<DamagedLine> damaged(UUID source, int most) {
        return jdbc.sql(
                        DAMAGED
                                + """
                                where b.source_id = :source
                                order by d.batch_id desc, d.line limit :most
                                """)
                .param("source", source)
                .param("most", most)
                .query((row, number) -> damagedLine(row))
                .list();
    }

    /** A damaged line of a source that nobody has repaired yet. */
    Optional<DamagedLine> unrepaired(UUID source, long batch, int line) {
        return jdbc.sql(
                        DAMAGED
                                + """
                                where b.source_id = :source and d.batch_id = :batch
                                  and d.line = :line and d.repaired_batch is null
                                """)
                .param("source", source)
                .param("batch", batch)
                .param("line", line)
                .query((row, number) -> damagedLine(row))
                .optional();
    }

    /** Notes that a line was repaired and taken as another batch; false if it had been already. */
    boolean repaired(DamagedLine line, long taken, String by, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.damaged_line set repaired_batch = :taken,
                                  repaired_by = :by, repaired_at = :now
                                where batch_id = :batch and line = :line
                                  and repaired_batch is null
                                """)
                        .param("taken", taken)
                        .param("by", by)
                        .param("now", EventSourceStore.utc(now))
                        .param("batch", line.batch())
                        .param("line", line.line())
                        .update()
                == 1;
    }

    private static DamagedLine damagedLine(ResultSet row) throws SQLException {
        return new DamagedLine(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getBytes(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }

    /** A batch that waits to be judged. */
    record Waiting(long id, UUID source, String body, int events, int damaged, Instant takenAt) {}

    /**
     * The oldest batches that wait, held for this transaction; at least one, then while they fit.
     */
    List<Waiting> take(int most, int eventsMax) {
        List<Waiting> taken =
                jdbc.sql(
                                """
                                select id, source_id, body, events, damaged, taken_at
                                from monitoring.batch
                                where judged_at is null and attempts < :attempts
                                order by id limit :most for update skip locked
                                """)
                        .param("attempts", ATTEMPTS_MAX)
                        .param("most", most)
                        .query((row, number) ->
                                new Waiting(
                                        row.getLong(1),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant()))
                        .list();
        int fitting = 0;
        int events = 0;
        for (Waiting one : taken) {
            events += one.events();
            if (fitting > 0 && events > eventsMax) {
                break;
            }
            fitting++;
        }
        return taken.subList(0, fitting);
    }

    /** Marks a batch as judged; gives its place in the order of judging. */
    long judged(long batch, Instant now) {
        return jdbc.sql(
                        """
                        update monitoring.batch
                        set judged_at = :now, judged_no = nextval('monitoring.judged')
                        where id = :id and judged_at is null returning judged_no
                        """)
                .param("id", batch)
                .param("now", EventSourceStore.utc(now))
                .query(Long.class)
                .single();
    }

    void failed(List<Long> batches) {
        jdbc.sql(
                        """
                        update monitoring.batch set attempts = attempts + 1
                        where id = any (:ids) and judged_at is null
                        """)
                .param("ids", batches.toArray(Long[]::new))
                .update();
    }

    /** A judged batch, for a detection that remembers what was before it. */
    record Judged(long id, long number, UUID source, Instant takenAt) {}

    /** What was judged of a body's after that place, in that order. */
    List<Judged> judgedAfter(String body, long number, int most) {
        return jdbc.sql(
                        """
                        select id, judged_no, source_id, taken_at from monitoring.batch
                        where judged_no > :number and body = :body
                        order by judged_no limit :most
                        """)
                .param("body", body)
                .param("number", number)
                .param("most", most)
                .query((row, n) ->
                        new Judged(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What was left aside of the caller's body waits again; gives how many of which source. */
    Map<UUID, Integer> tryAgain() {
        Map<UUID, Integer> bySource = new TreeMap<>();
        jdbc.sql(
                        """
                        update monitoring.batch set attempts = 0
                        where judged_at is null and attempts >= :attempts
                          and body = database.caller_body()
                        returning source_id
                        """)
                .param("attempts", ATTEMPTS_MAX)
                .query(row -> {
                    bySource.merge(row.getObject(1, UUID.class), 1, Integer::sum);
                });
        return bySource;
    }

    /**
     * How many batches were left aside.
     *
     * @param own of them the caller's body's
     */
    record Backlog(long leftAside, long own) {}

    Backlog backlog() {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where body = database.caller_body())
                        from monitoring.batch where judged_at is null and attempts >= :attempts
                        """)
                .param("attempts", ATTEMPTS_MAX)
                .query((row, number) -> new Backlog(row.getLong(1), row.getLong(2)))
                .single();
    }
}
