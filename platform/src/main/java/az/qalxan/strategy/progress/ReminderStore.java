package az.qalxan.strategy.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was reminded of what. */
@Component
class ReminderStore {

    private static final int SHOWN_MAX = 20;

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a reminder; false when the same one went before. */
    boolean note(Reminder one) {
        return jdbc.sql(
                                """
                                insert into strategy.reminder (id, due_on, ahead, body, address, at,
                                  measures, missed, state)
                                values (:id, :due, :ahead, :body, :address, :at, :measures, :missed,
                                  :state)
                                on conflict on constraint reminder_once do nothing
                                """)
                        .param("id", one.id())
                        .param("due", one.dueOn())
                        .param("ahead", one.ahead().toString())
                        .param("body", one.body())
                        .param("address", one.address())
                        .param("at", ProgressStore.utc(one.at()))
                        .param("measures", one.measures().toArray(String[]::new))
                        .param("missed", one.missed())
                        .param("state", one.state())
                        .update()
                == 1;
    }

    /** The bodies that were reminded of that date that long before. */
    Set<String> reminded(LocalDate dueOn, Period ahead) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct body from strategy.reminder
                                where due_on = :due and ahead = :ahead
                                """)
                        .param("due", dueOn)
                        .param("ahead", ahead.toString())
                        .query(String.class)
                        .list());
    }

    /** The latest reminders of a body. */
    List<Reminder> of(String body) {
        return jdbc.sql(
                        """
                        select * from strategy.reminder where body = :body
                        order by at desc, address limit :most
                        """)
                .param("body", body)
                .param("most", SHOWN_MAX)
                .query(ReminderStore::reminder)
                .list();
    }

    /** What became of one that was handed to the mail. */
    void settle(UUID id, String state, String detail, Instant at) {
        jdbc.sql(
                        """
                        update strategy.reminder
                        set state = :state, detail = :detail, settled_at = :at
                        where id = :id and state = 'handed'
                        """)
                .param("state", state)
                .param("detail", detail)
                .param("at", ProgressStore.utc(at))
                .param("id", id)
                .update();
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getObject("id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                Period.parse(row.getString("ahead")),
                row.getString("body"),
                row.getString("address"),
                ProgressStore.instant(row, "at"),
                Arrays.asList((String[]) row.getArray("measures").getArray()),
                row.getBoolean("missed"),
                row.getString("state"),
                row.getString("detail"));
    }
}
