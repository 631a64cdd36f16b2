package az.qalxan.evidence.upkeep;

import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what re-verification found; results follow their exhibits' sight. */
@Component
class BytesCheckStore {

    private static final int ROWS_MAX = 200;
    private static final String ALARMS =
            """
            select a.id, a.exhibit_id, e.case_number || '/' || e.sequence
                || case when e.copy > 0 then '-' || e.copy else '' end,
              e.title, a.kind, a.ranges, a.raised_at, a.settled_at, a.settled_by, a.settled_words
            from evidence.alarm a join evidence.exhibit e on e.id = a.exhibit_id
            """;

    private final JdbcClient jdbc;

    BytesCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID run, Instant at, String author) {
        jdbc.sql(
                        """
                        insert into evidence.verification_run (id, started_at, author)
                        values (:id, :at, :author)
                        """)
                .param("id", run)
                .param("at", utc(at))
                .param("author", author)
                .update();
    }

    void end(UUID run, Instant at) {
        jdbc.sql("update evidence.verification_run set ended_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", run)
                .update();
    }

    /** Exhibits whose bytes were never read anew, or not since that moment; the oldest first. */
    List<ExhibitId> stale(Instant since, int most) {
        return jdbc.sql(
                        """
                        select e.id from evidence.exhibit e
                        left join lateral (select max(v.at) as at from evidence.verification v
                          where v.exhibit_id = e.id) last on true
                        where e.stored_id is not null
                          and coalesce(last.at, e.stored_at) < :since
                        order by coalesce(last.at, e.stored_at), e.id limit :most
                        """)
                .param("since", utc(since))
                .param("most", most)
                .query((row, number) -> new ExhibitId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Notes a result; answers its place. */
    long note(UUID run, Exhibit exhibit, Verdict verdict, Instant at) {
        return jdbc.sql(
                        """
                        insert into evidence.verification
                          (run_id, exhibit_id, at, verdict, bytes, sha256, ranges)
                        values (:run, :exhibit, :at, :verdict, :bytes, :sha256, :ranges)
                        returning sequence
                        """)
                .param("run", run)
                .param("exhibit", exhibit.id().value())
                .param("at", utc(at))
                .param("verdict", verdict.code())
                .param("bytes", exhibit.stored() == null ? 0 : exhibit.stored().digests().length())
                .param("sha256", verdict.found() == null ? "" : verdict.found().sha256())
                .param("ranges", verdict.ranges())
                .query(Long.class)
                .single();
    }

    /** Raises an alarm, unless one of that kind stands already. */
    void raise(ExhibitId exhibit, long verification, Verdict verdict, Instant at) {
        jdbc.sql(
                        """
                        insert into evidence.alarm
                          (id, exhibit_id, verification, kind, ranges, raised_at)
                        values (:id, :exhibit, :verification, :kind, :ranges, :at)
                        on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("exhibit", exhibit.value())
                .param("verification", verification)
                .param("kind", verdict.code())
                .param("ranges", verdict.ranges())
                .param("at", utc(at))
                .update();
    }

    /** Ends an alarm; false when somebody had. */
    boolean settle(UUID alarm, Alarm.Settled settled, String account) {
        return jdbc.sql(
                                """
                                update evidence.alarm set settled_at = :at, settled_by = :by,
                                  settled_account = :account, settled_words = :words
                                where id = :id and settled_at is null
                                """)
                        .param("at", utc(settled.at()))
                        .param("by", settled.by())
                        .param("account", account)
                        .param("words", settled.words())
                        .param("id", alarm)
                        .update()
                == 1;
    }

    Optional<Alarm> alarm(UUID id) {
        return jdbc.sql(ALARMS + "where a.id = :id")
                .param("id", id)
                .query(BytesCheckStore::alarm)
                .optional();
    }

    /** Alarms in the caller's sight, standing ones first. */
    List<Alarm> alarms() {
        return jdbc.sql(
                        ALARMS
                                + "order by a.settled_at is not null, a.raised_at desc, a.id"
                                + " limit :most")
                .param("most", ROWS_MAX)
                .query(BytesCheckStore::alarm)
                .list();
    }

    List<Alarm> alarms(ExhibitId exhibit) {
        return jdbc.sql(ALARMS + "where a.exhibit_id = :id order by a.raised_at desc limit :most")
                .param("id", exhibit.value())
                .param("most", ROWS_MAX)
                .query(BytesCheckStore::alarm)
                .list();
    }

    /** How many alarms stand in a case. */
    long standing(CaseNumber number) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.alarm a
                        join evidence.exhibit e on e.id = a.exhibit_id
                        where a.settled_at is null and e.case_number = :number
                        """)
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    long standing() {
        return jdbc.sql("select count(*) from evidence.alarm a where a.settled_at is null")
                .query(Long.class)
                .single();
    }

    /**
     * A run and what it found, of what the caller sees.
     *
     * @param endedAt null while it goes on
     */
    record Run(
            UUID id,
            Instant startedAt,
            @Nullable Instant endedAt,
            String author,
            long checked,
            long intact,
            long wrong,
            long bytes) {}

    /** The last runs that read something in the caller's sight. */
    List<Run> runs(int most) {
        return jdbc.sql(
                        """
                        select r.id, r.started_at, r.ended_at, r.author, count(*),
                          count(*) filter (where v.verdict = 'intact'),
                          count(*) filter (where v.verdict in ('damaged', 'missing', 'sealed')),
                          coalesce(sum(v.bytes), 0)
                        from evidence.verification_run r
                        join evidence.verification v on v.run_id = r.id
                        group by r.id order by r.started_at desc, r.id limit :most
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Run(
                                row.getObject(1, UUID.class),
                                instant(row, 2),
                                row.getObject(3, OffsetDateTime.class) == null
                                        ? null
                                        : instant(row, 3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)))
                .list();
    }

    /** A result of a run, or of an exhibit. */
    record Result(
            UUID exhibit,
            String number,
            String title,
            Instant at,
            String verdict,
            long bytes,
            String ranges) {}

    List<Result> results(UUID run) {
        return results("where v.run_id = :id", run);
    }

    /** What reading an exhibit's bytes told, the newest first. */
    List<Result> results(ExhibitId exhibit) {
        return results("where v.exhibit_id = :id", exhibit.value());
    }

    private List<Result> results(String where, UUID id) {
        return jdbc.sql(
                        """
                        select e.id, e.case_number || '/' || e.sequence
                            || case when e.copy > 0 then '-' || e.copy else '' end,
                          e.title, v.at, v.verdict, v.bytes, v.ranges
                        from evidence.verification v
                        join evidence.exhibit e on e.id = v.exhibit_id
                        WHERE
                        order by v.verdict = 'intact', v.sequence desc limit :most
                        """
                                .replace("WHERE", where))
                .param("id", id)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Result(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7)))
                .list();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getObject(1, UUID.class),
                new ExhibitId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                row.getObject(8, OffsetDateTime.class) == null
                        ? null
                        : new Alarm.Settled(instant(row, 8), row.getString(9), row.getString(10)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
