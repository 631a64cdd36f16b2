package az.qalxan.monitoring.incident;

import az.qalxan.cooperation.OnDuty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was called about critical cases. */
@Component
class CallStore {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A critical case that nobody has acknowledged.
     *
     * @param since when it became critical
     */
    record Waiting(Incident incident, int stepsTaken, Instant since) {}

    /** Whether a critical case waits at all. */
    boolean any() {
        return jdbc.sql(
                        """
                        select exists (select from monitoring.incident
                          where state = 'new' and severity = 'critical')
                        """)
                .query(Boolean.class)
                .single();
    }

    /**
     * Critical cases that wait and of which not all those steps were taken, those with the fewest
     * first; each is held until the transaction ends.
     */
    List<Waiting> waiting(int steps, int most) {
        return jdbc.sql(
                        "select "
                                + IncidentStore.COLUMNS
                                + """
                                , taken.steps, i.critical_at from monitoring.incident i
                                cross join lateral (select count(distinct c.step)::integer as steps
                                  from monitoring.incident_call c
                                  where c.incident_id = i.id) taken
                                where i.state = 'new' and i.severity = 'critical'
                                  and taken.steps < :steps
                                order by taken.steps, i.critical_at
                                limit :most for update of i skip locked
                                """)
                .param("steps", steps)
                .param("most", most)
                .query((row, number) ->
                        new Waiting(
                                IncidentStore.incident(row, number),
                                row.getInt("steps"),
                                row.getObject("critical_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * A call.
     *
     * @param state queued, sent, failed or nobody; message key {@code incident.call.<state>}
     */
    record Call(
            UUID id,
            int step,
            String whom,
            OnDuty.Person person,
            Instant at,
            String state,
            String trouble) {}

    void add(UUID incident, Call call) {
        jdbc.sql(
                        """
                        insert into monitoring.incident_call (id, incident_id, step, whom, account,
                          name, address, at, state, trouble)
                        values (:id, :incident, :step, :whom, :account, :name, :address, :at,
                          :state, :trouble)
                        on conflict do nothing
                        """)
                .param("id", call.id())
                .param("incident", incident)
                .param("step", call.step())
                .param("whom", call.whom())
                .param("account", call.person().account())
                .param("name", call.person().name())
                .param("address", call.person().address())
                .param("at", AlertStore.utc(call.at()))
                .param("state", call.state())
                .param("trouble", call.trouble())
                .update();
    }

    void settle(UUID call, String state, String trouble) {
        jdbc.sql(
                        """
                        update monitoring.incident_call set state = :state, trouble = :trouble
                        where id = :id and state = 'queued'
                        """)
                .param("state", state)
                .param("trouble", trouble)
                .param("id", call)
                .update();
    }

    /** Who was called about an incident, in order. */
    List<Call> of(UUID incident) {
        return jdbc.sql(
                        """
                        select id, step, whom, account, name, address, at, state, trouble
                        from monitoring.incident_call where incident_id = :id
                        order by step, at, name limit :most
                        """)
                .param("id", incident)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Call(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getString(3),
                                new OnDuty.Person(
                                        row.getString(4), row.getString(5), row.getString(6), ""),
                                AlertStore.instant(row, 7),
                                row.getString(8),
                                row.getString(9)))
                .list();
    }
}
