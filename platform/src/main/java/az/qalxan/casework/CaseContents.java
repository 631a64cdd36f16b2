package az.qalxan.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in a case: notes, tasks, series, its history. */
@Component
class CaseContents {

    private static final int SHOWN_MAX = 500;
    private static final String TASKS =
            """
            select t.id, c.number, c.title, t.title, t.clock, t.due_at, t.account, t.assignee,
              t.state
            from casework.task t join casework.case_file c on c.id = t.case_id
            """;

    private final JdbcClient jdbc;

    CaseContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody wrote down. */
    record Note(Instant at, String author, String text) {}

    /** A step of the case's life; {@code kind} is the last part of a message key. */
    record Happening(Instant at, String kind, String author, String detail) {

        Happening saying(String words) {
            return new Happening(at, kind, author, words);
        }
    }

    List<Note> notes(UUID id) {
        return jdbc.sql(
                        "select at, author, text from casework.note where case_id = :id order by at"
                                + " desc limit "
                                + SHOWN_MAX)
                .param("id", id)
                .query((row, number) ->
                        new Note(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3)))
                .list();
    }

    void write(UUID id, Note note) {
        jdbc.sql(
                        """
                        insert into casework.note (case_id, at, author, text)
                        values (:id, :at, :author, :text)
                        """)
                .param("id", id)
                .param("at", CaseStore.utc(note.at()))
                .param("author", note.author())
                .param("text", note.text())
                .update();
    }

    List<CaseTask> tasksOf(UUID id) {
        return jdbc.sql(TASKS + "where t.case_id = :id order by t.state <> 'open', t.due_at")
                .param("id", id)
                .query(CaseContents::task)
                .list();
    }

    /** A person's open tasks, the most urgent first. */
    List<CaseTask> openTasksOf(String account) {
        return jdbc.sql(
                        TASKS
                                + "where t.account = :account and t.state = 'open'"
                                + " order by t.due_at limit "
                                + SHOWN_MAX)
                .param("account", account)
                .query(CaseContents::task)
                .list();
    }

    void set(UUID caseId, CaseTask task, Instant at) {
        jdbc.sql(
                        """
                        insert into casework.task (id, case_id, title, clock, due_at, account,
                          assignee, created_at)
                        values (:id, :case, :title, :clock, :due, :account, :assignee, :at)
                        """)
                .param("id", task.id())
                .param("case", caseId)
                .param("title", task.title())
                .param("clock", task.clock())
                .param("due", CaseStore.utc(task.dueAt()))
                .param("account", task.account())
                .param("assignee", task.assignee())
                .param("at", CaseStore.utc(at))
                .update();
    }

    /** Ends an open task of that case; empty when it is not open or not in sight. */
    Optional<CaseTask> end(UUID caseId, UUID task, String state, Instant at) {
        return jdbc.sql(
                        """
                        with ended as (
                          update casework.task set state = :state, ended_at = :at
                          where id = :id and case_id = :case and state = 'open'
                          returning *)
                        select t.id, c.number, c.title, t.title, t.clock, t.due_at, t.account,
                          t.assignee, t.state
                        from ended t join casework.case_file c on c.id = t.case_id
                        """)
                .param("state", state)
                .param("at", CaseStore.utc(at))
                .param("id", task)
                .param("case", caseId)
                .query(CaseContents::task)
                .optional();
    }

    /** The numbers of the series that the case is about. */
    List<String> series(UUID id) {
        return jdbc.sql("select series from casework.case_series where case_id = :id order by at")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    boolean about(UUID id, String series, String author, Instant at) {
        return jdbc.sql(
                                """
                                insert into casework.case_series (case_id, series, at, author)
                                values (:id, :series, :at, :author) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("series", series)
                        .param("at", CaseStore.utc(at))
                        .param("author", author)
                        .update()
                == 1;
    }

    boolean notAbout(UUID id, String series) {
        return jdbc.sql(
                                """
                                delete from casework.case_series
                                where case_id = :id and series = :series
                                """)
                        .param("id", id)
                        .param("series", series)
                        .update()
                == 1;
    }

    List<Happening> history(UUID id) {
        return jdbc.sql(
                        "select at, kind, author, detail from casework.happening where case_id ="
                                + " :id order by sequence desc limit "
                                + SHOWN_MAX)
                .param("id", id)
                .query((row, number) ->
                        new Happening(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    void note(UUID id, Happening happening) {
        jdbc.sql(
                        """
                        insert into casework.happening (case_id, at, kind, author, detail)
                        values (:id, :at, :kind, :author, :detail)
                        """)
                .param("id", id)
                .param("at", CaseStore.utc(happening.at()))
                .param("kind", happening.kind())
                .param("author", happening.author())
                .param("detail", happening.detail())
                .update();
    }

    private static CaseTask task(ResultSet row, int number) throws SQLException {
        return new CaseTask(
                row.getObject(1, UUID.class),
                new CaseNumber(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
