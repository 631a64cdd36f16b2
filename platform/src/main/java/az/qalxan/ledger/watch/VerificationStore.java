package az.qalxan.ledger.watch;

import az.qalxan.ledger.Finding;
import az.qalxan.ledger.VerificationReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps verifications and what they found. */
@Component
class VerificationStore {

    private static final int SHOWN_MAX = 30;
    private static final String COLUMNS =
            """
            select id, started_at, started_by, state, done, total, size, erased, findings, moved_at,
              ended_at
            from ledger.verification
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A verification.
     *
     * @param state running, clean, findings or broken; the end of message key {@code
     *     ledger.verification.<state>}
     * @param done how many of {@code total} leaves were read
     */
    record Run(
            UUID id,
            Instant startedAt,
            String startedBy,
            String state,
            long done,
            long total,
            long size,
            long erased,
            long findings,
            Instant movedAt,
            Optional<Instant> endedAt) {}

    /** A finding as it was kept. */
    record Found(String kind, long place, String what) {}

    void begin(UUID id, String by, long total) {
        jdbc.sql(
                        """
                        insert into ledger.verification (
                          id, started_at, started_by, total, moved_at)
                        values (:id, :at, :by, :total, :at)
                        """)
                .param("id", id)
                .param("at", now())
                .param("by", by)
                .param("total", total)
                .update();
    }

    void moved(UUID id, long done) {
        jdbc.sql("update ledger.verification set done = :done, moved_at = :at where id = :id")
                .param("done", done)
                .param("at", now())
                .param("id", id)
                .update();
    }

    void end(UUID id, VerificationReport report) {
        jdbc.sql(
                        """
                        update ledger.verification
                        set state = :state, done = total, size = :size, erased = :erased,
                          findings = :findings, moved_at = :at, ended_at = :at
                        where id = :id
                        """)
                .param("state", report.clean() ? "clean" : "findings")
                .param("size", report.size())
                .param("erased", report.erased())
                .param("findings", report.count())
                .param("at", now())
                .param("id", id)
                .update();
        List<Finding> found = report.findings();
        for (int i = 0; i < found.size(); i++) {
            jdbc.sql(
                            """
                            insert into ledger.finding (verification, number, kind, place, what)
                            values (:id, :number, :kind, :place, :what)
                            """)
                    .param("id", id)
                    .param("number", i)
                    .param("kind", found.get(i).kind().code())
                    .param("place", found.get(i).place())
                    .param("what", found.get(i).what())
                    .update();
        }
    }

    /** Ends those that have not moved since that moment: their process is no more. */
    void breakOff(Instant since) {
        jdbc.sql(
                        """
                        update ledger.verification set state = 'broken', ended_at = :at
                        where state = 'running' and moved_at < :since
                        """)
                .param("at", now())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets one begin at a time, among all instances. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger.verification'))")
                .query((row, number) -> true)
                .single();
    }

    Optional<Run> running() {
        return jdbc.sql(COLUMNS + " where state = 'running' limit 1")
                .query(VerificationStore::run)
                .optional();
    }

    List<Run> latest() {
        return jdbc.sql(COLUMNS + " order by started_at desc limit :most")
                .param("most", SHOWN_MAX)
                .query(VerificationStore::run)
                .list();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(VerificationStore::run)
                .optional();
    }

    List<Found> findings(UUID id) {
        return jdbc.sql(
                        """
                        select kind, place, what from ledger.finding
                        where verification = :id order by number
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Found(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
