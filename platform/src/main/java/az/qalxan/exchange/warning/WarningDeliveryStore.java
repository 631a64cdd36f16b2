package az.qalxan.exchange.warning;

import static az.qalxan.exchange.warning.WarningStore.moment;
import static az.qalxan.exchange.warning.WarningStore.momentOrNone;
import static az.qalxan.exchange.warning.WarningStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which body has which warning, and what became of every mail. */
@Component
class WarningDeliveryStore {

    private static final int ROWS_MAX = 2_000;
    private static final String SELECT =
            """
            select d.id, d.warning_id, d.to_body, d.state, d.made_at, d.due_at, d.level, d.sent_at,
              d.opened_at, d.acknowledged_at, d.acknowledged_by, d.words
            from exchange.warning_delivery d
            """;

    private final JdbcClient jdbc;

    WarningDeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row for every body of the audience. */
    void make(Warning warning, Collection<String> bodies, Instant now, Instant due) {
        jdbc.sql(
                        """
                        insert into exchange.warning_delivery (
                          id, warning_id, body, to_body, handling, made_at, due_at)
                        select gen_random_uuid(), :warning, :body, b, :handling, :at, :due
                        from unnest(:bodies) as b
                        """)
                .param("warning", warning.id())
                .param("body", warning.body())
                .param("handling", warning.said().handling().rank())
                .param("at", utc(now))
                .param("due", utc(due))
                .param("bodies", bodies.toArray(String[]::new))
                .update();
    }

    /** Who has the warning, as far as the caller may see it. */
    List<WarningDelivery> of(UUID warning) {
        return jdbc.sql(SELECT + " where d.warning_id = :warning order by d.to_body limit :most")
                .param("warning", warning)
                .param("most", ROWS_MAX)
                .query(WarningDeliveryStore::delivery)
                .list();
    }

    List<WarningDelivery> of(Collection<UUID> warnings) {
        return jdbc.sql(SELECT + " where d.warning_id = any (:warnings)")
                .param("warnings", warnings.toArray(UUID[]::new))
                .query(WarningDeliveryStore::delivery)
                .list();
    }

    Optional<WarningDelivery> at(UUID warning, String body) {
        return jdbc.sql(SELECT + " where d.warning_id = :warning and d.to_body = :body")
                .param("warning", warning)
                .param("body", body)
                .query(WarningDeliveryStore::delivery)
                .optional();
    }

    Optional<WarningDelivery> find(UUID id) {
        return jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(WarningDeliveryStore::delivery)
                .optional();
    }

    /** What has to go out now. */
    List<UUID> waiting(int most) {
        return jdbc.sql(
                        """
                        select id from exchange.warning_delivery
                        where state = 'waiting' order by made_at, id limit :most
                        """)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The delivery, locked, if it is in that state; an empty state is every one. */
    Optional<WarningDelivery> locked(UUID id, String state) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.id = :id and (:state = '' or d.state = :state)
                                for update skip locked
                                """)
                .param("id", id)
                .param("state", state)
                .query(WarningDeliveryStore::delivery)
                .optional();
    }

    /** Whose acknowledgement is late at that moment. */
    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id from exchange.warning_delivery
                        where due_at <= :now and state <> 'waiting' order by due_at, id limit :most
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void state(UUID id, String state) {
        jdbc.sql("update exchange.warning_delivery set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    void sent(UUID id, Instant at) {
        jdbc.sql(
                        """
                        update exchange.warning_delivery
                        set state = 'sent', sent_at = coalesce(sent_at, :at) where id = :id
                        """)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void further(UUID id, int level, @Nullable Instant due) {
        jdbc.sql(
                        """
                        update exchange.warning_delivery set level = :level, due_at = :due
                        where id = :id
                        """)
                .param("level", level)
                .param("due", due == null ? null : utc(due))
                .param("id", id)
                .update();
    }

    boolean opened(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.warning_delivery set opened_at = :at
                                where id = :id and opened_at is null
                                """)
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean acknowledge(UUID id, String by, String words, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.warning_delivery set acknowledged_at = :at,
                                  acknowledged_by = :by, due_at = null, words = :words,
                                  acknowledged_account = database.caller_account(),
                                  opened_at = coalesce(opened_at, :at)
                                where id = :id and acknowledged_at is null
                                """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A mail to a body; key {@code warning.mail-kind.<kind>}. */
    record Mail(
            UUID id,
            UUID delivery,
            String address,
            String kind,
            String state,
            String trouble,
            Instant at) {}

    void mailed(Mail mail) {
        jdbc.sql(
                        """
                        insert into exchange.warning_mail (
                          id, delivery_id, address, kind, state, trouble, at)
                        values (:id, :delivery, :address, :kind, :state, :trouble, :at)
                        """)
                .param("id", mail.id())
                .param("delivery", mail.delivery())
                .param("address", mail.address())
                .param("kind", mail.kind())
                .param("state", mail.state())
                .param("trouble", mail.trouble())
                .param("at", utc(mail.at()))
                .update();
    }

    /** Notes what became of a mail; the answer is the mail. */
    Optional<Mail> moved(UUID mail, String state, String trouble, Instant at) {
        return jdbc.sql(
                        """
                        update exchange.warning_mail
                        set state = :state, trouble = :trouble, moved_at = :at where id = :id
                        returning id, delivery_id, address, kind, state, trouble, at
                        """)
                .param("state", state)
                .param("trouble", trouble)
                .param("at", utc(at))
                .param("id", mail)
                .query(WarningDeliveryStore::mail)
                .optional();
    }

    List<Mail> mails(Collection<UUID> deliveries) {
        return jdbc.sql(
                        """
                        select id, delivery_id, address, kind, state, trouble, at
                        from exchange.warning_mail where delivery_id = any (:deliveries)
                        order by at, id
                        """)
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .query(WarningDeliveryStore::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                moment(row, 7));
    }

    private static WarningDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WarningDelivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                moment(row, 5),
                momentOrNone(row, 6),
                row.getInt(7),
                momentOrNone(row, 8),
                momentOrNone(row, 9),
                momentOrNone(row, 10),
                row.getString(11),
                row.getString(12));
    }
}
