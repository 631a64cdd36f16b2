package az.qalxan.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tasks of requests and hands due ones to the rounds. */
@Component
class TaskStore {

    private static final int LOOKED_THROUGH_MAX = 100_000;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task with the request that it belongs to. */
    record Due(UUID request, DutyTask task) {}

    List<DutyTask> of(UUID request) {
        return jdbc.sql(
                        """
                        select * from cooperation.task where request_id = :request
                        order by raise_at, plan, cycle limit 500
                        """)
                .param("request", request)
                .query((row, number) -> task(row))
                .list();
    }

    /** Plans a task; one that is there already for that plan and cycle stays as it is. */
    void plan(UUID request, UUID id, DutyTask.Plan plan) {
        jdbc.sql(
                        """
                        insert into cooperation.task (id, request_id, plan, cycle, ladder, raise_at,
                          due_at, state)
                        values (:id, :request, :plan, :cycle, :ladder, :raise, :due, 'planned')
                        on conflict on constraint task_once do nothing
                        """)
                .param("id", id)
                .param("request", request)
                .param("plan", plan.plan())
                .param("cycle", plan.cycle())
                .param("ladder", plan.ladder())
                .param("raise", Stored.utc(plan.raiseAt()))
                .param("due", Stored.utc(plan.dueAt()))
                .update();
    }

    /** Moves a task that has not ended; the ladder of an open one goes on from the new moment. */
    void move(DutyTask task, DutyTask.Plan to, @Nullable Instant nextStep) {
        jdbc.sql(
                        """
                        update cooperation.task
                        set raise_at = case state when 'planned' then :raise else raise_at end,
                          due_at = greatest(:due, case state when 'planned' then :raise
                            else raise_at end),
                          next_step_at = case state when 'open' then :next else next_step_at end
                        where id = :id and state in ('planned', 'open')
                        """)
                .param("raise", Stored.utc(to.raiseAt()))
                .param("due", Stored.utc(to.dueAt()))
                .param("next", Stored.utcOrNull(nextStep))
                .param("id", task.id())
                .update();
    }

    /** What ends a task: done or dropped, by whom, with what words. */
    record End(String state, String by, String words, Instant at) {}

    /** Ends a task; false when it had ended. */
    boolean end(UUID task, End end) {
        return jdbc.sql(
                                """
                                update cooperation.task
                                set state = :state, done_at = :at, done_by = :by, words = :words,
                                  next_step_at = null
                                where id = :id and state in ('planned', 'open')
                                """)
                        .param("state", end.state())
                        .param("at", Stored.utc(end.at()))
                        .param("by", end.by())
                        .param("words", end.words())
                        .param("id", task)
                        .update()
                == 1;
    }

    /** Lets a task that a change of state ended wait again; whoever was told is not told again. */
    void again(UUID task) {
        jdbc.sql(
                        """
                        update cooperation.task
                        set state = 'planned', raised_at = null, done_at = null, done_by = '',
                          words = ''
                        where id = :id and state in ('done', 'dropped')
                        """)
                .param("id", task)
                .update();
    }

    /**
     * Requests with tasks whose moment has come, locked; those that others work on are left. When
     * all that are due longest are held by others, what is behind them is looked through.
     */
    List<UUID> takeDue(Instant now, int most) {
        List<UUID> first = takeDue(now, most, most);
        return first.isEmpty() ? takeDue(now, most, LOOKED_THROUGH_MAX) : first;
    }

    private List<UUID> takeDue(Instant now, int most, int looked) {
        return jdbc.sql(
                        """
                        select r.id from cooperation.request r
                        where r.id in (
                            select request_id from (
                              (select request_id from cooperation.task
                                where state = 'planned' and raise_at <= :now
                                order by raise_at, id limit :looked)
                              union all
                              (select request_id from cooperation.task
                                where state = 'open' and next_step_at <= :now
                                order by next_step_at, id limit :looked)) as due)
                        order by r.id limit :rows for update skip locked
                        """)
                .param("now", Stored.utc(now))
                .param("looked", looked)
                .param("rows", 2 * most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Raises a planned task; false when another did. */
    boolean raise(UUID task, Instant at, @Nullable UUID missedIn, Instant nextStep) {
        return jdbc.sql(
                                """
                                update cooperation.task
                                set state = 'open', raised_at = :at, missed_in = :missed,
                                  next_step_at = :next
                                where id = :id and state = 'planned'
                                """)
                        .param("at", Stored.utc(at))
                        .param("missed", missedIn)
                        .param("next", Stored.utc(nextStep))
                        .param("id", task)
                        .update()
                == 1;
    }

    /** Takes a step of the ladder; false when another did. */
    boolean step(UUID task, int level, @Nullable Instant nextStep) {
        return jdbc.sql(
                                """
                                update cooperation.task set level = :level + 1, next_step_at = :next
                                where id = :id and state = 'open' and level = :level
                                """)
                        .param("level", level)
                        .param("next", Stored.utcOrNull(nextStep))
                        .param("id", task)
                        .update()
                == 1;
    }

    /** Lets the step that was just taken be taken again at that moment. */
    void stay(UUID task, int level, Instant again) {
        jdbc.sql(
                        """
                        update cooperation.task set level = :level, next_step_at = :again
                        where id = :id and state = 'open' and level = :level + 1
                        """)
                .param("level", level)
                .param("again", Stored.utc(again))
                .param("id", task)
                .update();
    }

    Optional<Due> find(UUID id) {
        return jdbc.sql("select * from cooperation.task where id = :id")
                .param("id", id)
                .query((row, number) -> new Due(row.getObject("request_id", UUID.class), task(row)))
                .optional();
    }

    /** Tasks that were to be raised in a gap and that the caller may see, the first first. */
    List<Due> missedIn(UUID downtime, int most) {
        return jdbc.sql(
                        """
                        select * from cooperation.task where missed_in = :gap
                        order by raise_at, id limit :most
                        """)
                .param("gap", downtime)
                .param("most", most)
                .query((row, number) -> new Due(row.getObject("request_id", UUID.class), task(row)))
                .list();
    }

    private static DutyTask task(ResultSet row) throws SQLException {
        return new DutyTask(
                row.getObject("id", UUID.class),
                row.getString("plan"),
                row.getInt("cycle"),
                row.getString("ladder"),
                Stored.instant(row, "raise_at"),
                Stored.instant(row, "due_at"),
                row.getString("state"),
                Stored.instantOrNull(row, "raised_at"),
                row.getObject("missed_in") != null,
                row.getInt("level"),
                Stored.instantOrNull(row, "done_at"),
                row.getString("done_by"),
                row.getString("words"));
    }
}
