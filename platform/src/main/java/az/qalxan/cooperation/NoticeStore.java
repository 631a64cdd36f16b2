package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was told of which task. */
@Component
class NoticeStore {

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That somebody is told.
     *
     * @param addressee officer, head, coordinator, administrator
     * @param missed whether it should have gone while the program was down
     * @param state queued, handed (to the mail), sent, failed, on-page (no address) or nobody (no
     *     person); message key {@code duty.notice.<state>}
     * @param detail what went wrong; message key {@code transmission.mail.trouble.<detail>}
     */
    record Notice(
            UUID id,
            UUID task,
            int level,
            String addressee,
            OnDuty.Person person,
            Instant at,
            boolean missed,
            String state,
            String detail) {}

    /** False when that person, or nobody, is noted for that step already. */
    boolean insert(UUID request, Notice notice) {
        return jdbc.sql(
                                """
                                insert into cooperation.notice (id, request_id, task_id, level,
                                  addressee, account, name, address, at, missed, state)
                                values (:id, :request, :task, :level, :addressee, :account, :name,
                                  :address, :at, :missed, :state)
                                on conflict on constraint notice_once do nothing
                                """)
                        .param("id", notice.id())
                        .param("request", request)
                        .param("task", notice.task())
                        .param("level", notice.level())
                        .param("addressee", notice.addressee())
                        .param("account", notice.person().account())
                        .param("name", notice.person().name())
                        .param("address", notice.person().address())
                        .param("at", Stored.utc(notice.at()))
                        .param("missed", notice.missed())
                        .param("state", notice.state())
                        .update()
                == 1;
    }

    /** Whether anybody at all was told of a task. */
    boolean told(UUID task) {
        return jdbc.sql(
                        """
                        select exists (select from cooperation.notice
                          where task_id = :task and state <> 'nobody')
                        """)
                .param("task", task)
                .query(Boolean.class)
                .single();
    }

    List<Notice> of(UUID request) {
        return jdbc.sql(
                        """
                        select * from cooperation.notice where request_id = :request
                        order by at, level, addressee limit 500
                        """)
                .param("request", request)
                .query(NoticeStore::notice)
                .list();
    }

    /** A queued message with what it is about. */
    record Queued(Notice notice, String number, Sight sight, String plan, Instant dueAt) {}

    List<Queued> takeQueued(int most) {
        return jdbc.sql(
                        """
                        select n.*, r.number, r.body, r.executor, r.handling, r.compartment,
                          t.plan, t.due_at
                        from cooperation.notice n
                        join cooperation.request r on r.id = n.request_id
                        join cooperation.task t on t.id = n.task_id
                        where n.state = 'queued' order by n.at, n.id limit :most
                        for update of n skip locked
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Queued(
                                notice(row, number),
                                row.getString("number"),
                                sight(row),
                                row.getString("plan"),
                                Stored.instant(row, "due_at")))
                .list();
    }

    private static Sight sight(ResultSet row) throws SQLException {
        return new Sight(
                new BodyCode(row.getString("body")),
                row.getString("executor"),
                Handling.ofRank(row.getInt("handling")),
                row.getObject("compartment", UUID.class),
                "");
    }

    /** What became of a message that was on its way. */
    void settle(UUID id, String state, String detail, Instant at) {
        jdbc.sql(
                        """
                        update cooperation.notice
                        set state = :state, detail = :detail, settled_at = :at
                        where id = :id and state in ('queued', 'handed')
                        """)
                .param("state", state)
                .param("detail", detail)
                .param("at", Stored.utc(at))
                .param("id", id)
                .update();
    }

    /** A message that did not arrive, with the request and the task that it is about. */
    record Trouble(Notice notice, String number, String plan, boolean nobody) {

        String path() {
            return "/duty/requests/" + number;
        }

        /** Whether there is somebody whom the message should have reached. */
        boolean undelivered() {
            return !notice.state().equals("nobody");
        }
    }

    /**
     * Open tasks of a body's requests about which somebody should know and does not: messages that
     * failed or are under way since that moment, and tasks of which nobody at all was told.
     */
    List<Trouble> inTrouble(BodyCode body, Instant since, int most) {
        return jdbc.sql(
                        """
                        select n.*, r.number, t.plan,
                          not exists (select from cooperation.notice o
                            where o.request_id = n.request_id and o.task_id = n.task_id
                              and o.state <> 'nobody') as nobody
                        from cooperation.notice n
                        join cooperation.request r on r.id = n.request_id
                        join cooperation.task t on t.id = n.task_id and t.state = 'open'
                        where n.state in ('queued', 'handed', 'failed', 'nobody')
                          and (n.state = 'failed' or n.state = 'nobody' or n.detail <> ''
                            or n.at < :since)
                          and (r.body = :body or r.executor = :body)
                        order by n.at desc, n.id limit :most
                        """)
                .param("body", body.value())
                .param("since", Stored.utc(since))
                .param("most", most)
                .query((row, number) ->
                        new Trouble(
                                notice(row, number),
                                row.getString("number"),
                                row.getString("plan"),
                                row.getBoolean("nobody")))
                .list();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getInt("level"),
                row.getString("addressee"),
                new OnDuty.Person(
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("address"),
                        ""),
                Stored.instant(row, "at"),
                row.getBoolean("missed"),
                row.getString("state"),
                row.getString("detail"));
    }
}
