package az.qalxan.monitoring.incident;

import az.qalxan.cooperation.OnDuty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was called about critical cases. */
@Component
class CallStore {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final IncidentStore incidents;

    CallStore(JdbcClient jdbc, IncidentStore incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /** A critical case that nobody has acknowledged, and how many steps were taken. */
    record Waiting(Incident incident, int stepsTaken) {}

    private record Taken(UUID incident, int steps) {}

    /**
     * Critical cases that wait and of which not all those steps were taken, those with the fewest
     * first; each is held until the transaction ends.
     */
    List<Waiting> waiting(int steps, int most) {
        List<Taken> taken =
                jdbc.sql(
                                """
                                select i.id, taken.steps from monitoring.incident i
                                cross join lateral (select count(distinct c.step)::integer as steps
                                  from monitoring.incident_call c
                                  where c.incident_id = i.id) taken
                                where i.state = 'new' and i.severity = 'critical'
                                  and taken.steps < :steps
                                order by taken.steps, i.opened_at
                                limit :most for update of i skip locked
                                """)
                        .param("steps", steps)
                        .param("most", most)
                        .query((row, number) ->
                                new Taken(row.getObject(1, UUID.class), row.getInt(2)))
                        .list();
        List<Waiting> waiting = new ArrayList<>();
        for (Taken one : taken) {
            incidents
                    .find(one.incident())
                    .ifPresent(incident -> waiting.add(new Waiting(incident, one.steps())));
        }
        return waiting;
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
