package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps tasks and what became of them. */
@Component
class MeetingTaskStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Words>> REASONS = new TypeReference<>() {};
    private static final int ROWS_MAX = 1_000;
    private static final String SELECT =
            """
            select t.id, t.number, t.meeting, d.number as decision, t.body, t.handling, t.words_az,
              t.words_en, t.set_on, t.working_days, t.due, t.provisional, t.reasons, t.state,
              t.version
            from strategy.task t join strategy.decision d on d.id = t.decision
            """;

    private final JdbcClient jdbc;

    MeetingTaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new task of that decision; gives its number. */
    long insert(UUID decision, Task task) {
        return jdbc.sql(
                        """
                        insert into strategy.task (id, decision, meeting, body, handling, words_az,
                          words_en, set_on, working_days, due, provisional, reasons, state)
                        values (:id, :decision, :meeting, :body, :handling, :az, :en, :setOn,
                          :days, :due, :provisional, cast(:reasons as jsonb), 'open')
                        returning number
                        """)
                .param("id", task.id())
                .param("decision", decision)
                .param("meeting", task.meeting())
                .param("body", task.body())
                .param("handling", task.handling().rank())
                .param("az", task.words().az())
                .param("en", task.words().en())
                .param("setOn", task.due().setOn())
                .param("days", task.due().workingDays())
                .param("due", task.due().on())
                .param("provisional", task.due().provisional())
                .param("reasons", JSON.writeValueAsString(task.due().reasons()))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Takes a step; false when somebody else took one meanwhile. */
    boolean step(Task before, Task after, TaskStep step) {
        boolean moved =
                jdbc.sql(
                                        """
                                        update strategy.task
                                        set body = :body, set_on = :setOn, working_days = :days,
                                          due = :due, provisional = :provisional,
                                          reasons = cast(:reasons as jsonb), state = :state,
                                          version = version + 1
                                        where id = :id and version = :version
                                        """)
                                .param("body", after.body())
                                .param("setOn", after.due().setOn())
                                .param("days", after.due().workingDays())
                                .param("due", after.due().on())
                                .param("provisional", after.due().provisional())
                                .param("reasons", JSON.writeValueAsString(after.due().reasons()))
                                .param("state", after.state().code())
                                .param("id", before.id())
                                .param("version", before.version())
                                .update()
                        == 1;
        if (moved) {
            add(before.id(), step);
        }
        return moved;
    }

    void add(UUID task, TaskStep step) {
        jdbc.sql(
                        """
                        insert into strategy.task_step (task, kind, words, link, from_body, to_body,
                          due, at, body, account, name)
                        values (:task, :kind, :words, :link, :from, :to, :due, :at, :body, :account,
                          :name)
                        """)
                .param("task", task)
                .param("kind", step.kind().code())
                .param("words", step.words())
                .param("link", step.link())
                .param("from", step.hand().from())
                .param("to", step.hand().to())
                .param("due", step.due())
                .param("at", MeetingStore.utc(step.at()))
                .param("body", step.doer().body())
                .param("account", step.doer().account())
                .param("name", step.doer().name())
                .update();
    }

    Optional<Task> find(long number) {
        return jdbc.sql(SELECT + "where t.number = :number")
                .param("number", number)
                .query(MeetingTaskStore::task)
                .optional();
    }

    List<Task> ofMeeting(UUID meeting) {
        return jdbc.sql(SELECT + "where t.meeting = :meeting order by t.number")
                .param("meeting", meeting)
                .query(MeetingTaskStore::task)
                .list();
    }

    List<Task> ofDecisions(Collection<Long> decisions) {
        return jdbc.sql(SELECT + "where d.number = any (:decisions) order by t.number")
                .param("decisions", decisions.toArray(Long[]::new))
                .query(MeetingTaskStore::task)
                .list();
    }

    /** Every task that runs, the most urgent first. */
    List<Task> running() {
        return jdbc.sql(
                        SELECT
                                + """
                                where t.state in ('open', 'answered')
                                order by t.due, t.number limit :most
                                """)
                .param("most", ROWS_MAX)
                .query(MeetingTaskStore::task)
                .list();
    }

    /** Tasks that have ended, the latest first. */
    List<Task> ended() {
        return jdbc.sql(
                        SELECT
                                + """
                                where t.state in ('done', 'withdrawn')
                                order by t.number desc limit :most
                                """)
                .param("most", ROWS_MAX)
                .query(MeetingTaskStore::task)
                .list();
    }

    List<TaskStep> steps(UUID task) {
        return jdbc.sql(
                        """
                        select kind, words, link, from_body, to_body, due, at, body, account, name
                        from strategy.task_step where task = :task order by id
                        """)
                .param("task", task)
                .query((row, number) ->
                        new TaskStep(
                                TaskStep.Kind.of(row.getString("kind")),
                                row.getString("words"),
                                row.getString("link"),
                                new TaskStep.Hand(
                                        row.getString("from_body"), row.getString("to_body")),
                                row.getObject("due", LocalDate.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                new TaskStep.Doer(
                                        row.getString("account"),
                                        row.getString("name"),
                                        row.getString("body"))))
                .list();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("meeting", UUID.class),
                row.getLong("decision"),
                row.getString("body"),
                Handling.ofRank(row.getInt("handling")),
                new Words(row.getString("words_az"), row.getString("words_en")),
                new Task.Due(
                        row.getObject("set_on", LocalDate.class),
                        row.getInt("working_days"),
                        row.getObject("due", LocalDate.class),
                        row.getBoolean("provisional"),
                        JSON.readValue(row.getString("reasons"), REASONS)),
                Task.State.of(row.getString("state")),
                row.getInt("version"));
    }
}
