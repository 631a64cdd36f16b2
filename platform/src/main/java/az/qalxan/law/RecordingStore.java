package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps recordings; adds rows and ends them, never changes what they say. */
@Component
class RecordingStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LOCK = 0x1A30_0001L;
    private static final String SELECT =
            """
            select r.id, l.kind, l.key, r.valid_from, r.valid_until, r.fact::text, r.proposal,
              r.recorded_from, r.recorded_until
            from law.recording r join law.line l on l.id = r.line
            """;

    private final JdbcClient jdbc;

    RecordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one change of the law at a time go on, until its transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> "")
                .list();
    }

    /** All that was recorded at that moment. */
    List<Recording> knownAt(Instant moment) {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.recorded_from <= :at
                                  and (r.recorded_until is null or r.recorded_until > :at)
                                order by l.kind, l.key, r.valid_from nulls first
                                """)
                .param("at", utc(moment))
                .query(RecordingStore::recording)
                .list();
    }

    /** All that stands. */
    List<Recording> standing() {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.recorded_until is null
                                order by l.kind, l.key, r.valid_from nulls first
                                """)
                .query(RecordingStore::recording)
                .list();
    }

    /** What stands of a line. */
    List<Recording> standing(LineKey line) {
        return jdbc.sql(
                        SELECT
                                + """
                                where l.kind = :kind and l.key = :key
                                  and r.recorded_until is null
                                order by r.valid_from nulls first
                                """)
                .param("kind", line.kind().code())
                .param("key", line.key())
                .query(RecordingStore::recording)
                .list();
    }

    /** All that was ever recorded of a line, the latest first; at most so many. */
    List<Recording> history(LineKey line, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where l.kind = :kind and l.key = :key
                                  and r.recorded_until is distinct from r.recorded_from
                                order by r.recorded_from desc, r.valid_from desc nulls last
                                limit :most
                                """)
                .param("kind", line.kind().code())
                .param("key", line.key())
                .param("most", most)
                .query(RecordingStore::recording)
                .list();
    }

    Optional<Recording> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(RecordingStore::recording)
                .optional();
    }

    /** The last moment up to that one in which a recording began or ended. */
    Optional<Instant> changedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        select greatest(max(recorded_from),
                          max(recorded_until) filter (where recorded_until <= :at))
                        from law.recording where recorded_from <= :at
                        """)
                .param("at", utc(moment))
                .query((row, number) -> Optional.ofNullable(instant(row, 1)))
                .single();
    }

    /** The latest moment that stands in any recording. */
    Optional<Instant> lastChange() {
        return jdbc.sql(
                        """
                        select greatest(max(recorded_from), max(recorded_until))
                        from law.recording
                        """)
                .query((row, number) -> Optional.ofNullable(instant(row, 1)))
                .single();
    }

    void end(List<Recording> ended, Instant at) {
        if (ended.isEmpty()) {
            return;
        }
        int rows =
                jdbc.sql(
                                """
                                update law.recording set recorded_until = :at
                                where id = any (cast(:ids as uuid[])) and recorded_until is null
                                """)
                        .param("at", utc(at))
                        .param(
                                "ids",
                                ended.stream()
                                        .map(one -> one.id().toString())
                                        .toArray(String[]::new))
                        .update();
        if (rows != ended.size()) {
            throw new IllegalStateException("a recording had ended already: " + ended);
        }
    }

    /** A recording to be: its line, days and fact. */
    record Fresh(LineKey line, Splice.Piece piece) {}

    void insert(List<Fresh> fresh, @Nullable UUID proposal, Instant at) {
        if (fresh.isEmpty()) {
            return;
        }
        String[] kinds = column(fresh, one -> one.line().kind().code());
        String[] keys = column(fresh, one -> one.line().key());
        jdbc.sql(
                        """
                        insert into law.line (kind, key)
                        select distinct kind, key from unnest(:kinds, :keys) as new (kind, key)
                        on conflict do nothing
                        """)
                .param("kinds", kinds)
                .param("keys", keys)
                .update();
        jdbc.sql(
                        """
                        insert into law.recording (line, valid_from, valid_until, fact, proposal,
                          recorded_from)
                        select l.id, cast(nullif(new.starts, '') as date),
                          cast(nullif(new.ends, '') as date), cast(new.fact as jsonb),
                          cast(:proposal as uuid), :at
                        from unnest(:kinds, :keys, :starts, :ends, :facts)
                          as new (kind, key, starts, ends, fact)
                        join law.line l on l.kind = new.kind and l.key = new.key
                        """)
                .param("kinds", kinds)
                .param("keys", keys)
                .param("starts", column(fresh, one -> text(one.piece().valid().from())))
                .param("ends", column(fresh, one -> text(one.piece().valid().until())))
                .param("facts", column(fresh, one -> one.piece().fact().toString()))
                .param("proposal", proposal == null ? null : proposal.toString())
                .param("at", utc(at))
                .update();
    }

    private static String[] column(
            List<Fresh> rows, java.util.function.Function<Fresh, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Recording recording(ResultSet row, int number) throws SQLException {
        String kind = row.getString(2);
        return new Recording(
                row.getObject(1, UUID.class),
                new LineKey(
                        FactKind.of(kind)
                                .orElseThrow(
                                        () -> new IllegalStateException("unknown kind " + kind)),
                        row.getString(3)),
                new Period(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                JSON.readTree(row.getString(6)),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                instant(row, 9));
    }
}
