package az.qalxan.deconfliction;

import az.qalxan.reporting.IdentifiersAdded;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.ReportFact;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMoved;
import az.qalxan.reporting.ReportsReceived;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports whose identifiers are still to be compared. Queued by one insert in the transaction that
 * stores them, taken by one that may be killed: what it has not finished stays queued.
 */
@Component
class Arrivals {

    /** Rows that one transaction takes; programs' single reports come one in a row. */
    private static final int ROWS_MAX = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reports of one transaction.
     *
     * @param account who sent them; no account's id for the public form and for jobs
     * @param counted whether the sender is charged for what they tell
     */
    record Arrival(
            long id,
            List<ReportId> reports,
            String account,
            String body,
            boolean counted,
            Instant at) {

        Arrival {
            reports = List.copyOf(reports);
        }
    }

    @EventListener
    void on(ReportsReceived received) {
        add(received.reports().stream().map(ReportFact::id).toList(), true);
    }

    /** A report in another body's hands meets what other bodies hold anew. */
    @EventListener
    void on(ReportMoved moved) {
        if (!moved.body().isEmpty()) {
            add(moved.reports(), false);
        }
    }

    @EventListener
    void on(IdentifiersAdded added) {
        add(List.of(added.report()), true);
    }

    private void add(List<ReportId> reports, boolean counted) {
        jdbc.sql(
                        """
                        insert into deconfliction.arrival (reports, size, counted, arrived_at)
                        values (cast(:ids as uuid[]), :size, :counted, :at)
                        """)
                .param("ids", reports.stream().map(ReportId::toString).toArray(String[]::new))
                .param("size", reports.size())
                .param("counted", counted)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next ones that nobody else is taking; one that failed before comes last and alone. */
    List<Arrival> take() {
        Long[] ids = waiting().toArray(Long[]::new);
        return jdbc.sql(
                        """
                        delete from deconfliction.arrival where id = any (:ids)
                        returning id, reports, account, body, counted, arrived_at
                        """)
                .param("ids", ids)
                .query(Arrivals::arrival)
                .list();
    }

    /** Tries those that would come next later: comparing them failed. */
    void postpone() {
        jdbc.sql(
                        """
                        update deconfliction.arrival set attempts = attempts + 1
                        where id = any (:ids)
                        """)
                .param("ids", waiting().toArray(Long[]::new))
                .update();
    }

    /** How many rows wait. */
    long waitingRows() {
        return jdbc.sql("select count(*) from deconfliction.arrival").query(Long.class).single();
    }

    private record Place(long id, int size, int attempts) {}

    private List<Long> waiting() {
        List<Place> places =
                jdbc.sql(
                                """
                                select id, size, attempts from deconfliction.arrival
                                order by attempts, id limit :most for update skip locked
                                """)
                        .param("most", ROWS_MAX)
                        .query((row, number) ->
                                new Place(row.getLong(1), row.getInt(2), row.getInt(3)))
                        .list();
        List<Long> next = new ArrayList<>();
        int reports = 0;
        for (Place place : places) {
            reports += place.size();
            boolean alone = place.attempts() > 0;
            if (!next.isEmpty() && (reports > Intake.BATCH_MAX || alone)) {
                break;
            }
            next.add(place.id());
            if (alone) {
                break;
            }
        }
        return next;
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        Array reports = row.getArray(2);
        return new Arrival(
                row.getLong(1),
                Arrays.stream((UUID[]) reports.getArray()).map(ReportId::new).toList(),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
