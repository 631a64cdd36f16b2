package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps notices, what is in them and how they moved. */
@Component
class OwnerNoticeStore {

    private static final int ROWS_MAX = 200;
    private static final int ITEMS_MAX = 2_000;
    private static final String SELECT =
            """
            select n.id, n.number, n.body, n.handling, n.owner_id, n.grave, n.items, n.state,
              n.level, n.made_at, n.due_at, n.sent_at, n.opened_at, n.acknowledged_at, n.part
            from exchange.notice n
            """;

    private final JdbcClient jdbc;

    OwnerNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list. */
    record Line(Notice notice, String owner) {}

    /** The notices that the caller may see, by state and by number, owner or place. */
    List<Line> lines(String show, String words) {
        return jdbc.sql(
                        SELECT.replace("n.part\n", "n.part, o.name\n")
                                + """
                                join exchange.network_owner o on o.id = n.owner_id
                                where (:show = 'all'
                                  or (:show = 'open' and n.state in
                                    ('waiting', 'sent', 'stuck', 'opened', 'disputed'))
                                  or (:show = 'late' and n.level > 0 and n.state in
                                    ('waiting', 'sent', 'stuck', 'opened'))
                                  or (:show = 'answered' and n.state in
                                    ('acknowledged', 'fixed', 'closed')))
                                and (:words = '' or n.number ilike :words || '%'
                                  or o.name ilike '%' || :words || '%'
                                  or exists (select from exchange.notice_item i
                                    join exchange.concern c on c.id = i.concern_id
                                    where i.notice_id = n.id and (c.ip = :words
                                      or c.domain = lower(:words) or c.place = :words)))
                                order by n.made_at desc, n.id limit :most
                                """)
                .param("show", show)
                .param("words", words)
                .param("most", ROWS_MAX)
                .query((row, number) -> new Line(notice(row, number), row.getString(16)))
                .list();
    }

    List<Line> ofOwner(UUID owner) {
        return jdbc.sql(
                        SELECT.replace("n.part\n", "n.part, o.name\n")
                                + """
                                join exchange.network_owner o on o.id = n.owner_id
                                where n.owner_id = :owner order by n.made_at desc limit 20
                                """)
                .param("owner", owner)
                .query((row, number) -> new Line(notice(row, number), row.getString(16)))
                .list();
    }

    Optional<Notice> find(String number) {
        return jdbc.sql(SELECT + " where n.number = :number")
                .param("number", number)
                .query(OwnerNoticeStore::notice)
                .optional();
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql(SELECT + " where n.id = :id for update of n")
                .param("id", id)
                .query(OwnerNoticeStore::notice)
                .optional();
    }

    /** The notice whose link ends with what has that digest, while it answers. */
    Optional<Notice> byLink(String digest, Instant now) {
        return jdbc.sql(SELECT + " where n.link_digest = :digest and n.link_until > :now")
                .param("digest", digest)
                .param("now", OwnerStore.utc(now))
                .query(OwnerNoticeStore::notice)
                .optional();
    }

    /** A concern in a notice. */
    record Item(
            UUID concern,
            String type,
            boolean grave,
            String identifier,
            String place,
            String url,
            String held,
            Instant firstAt,
            Instant lastAt,
            int times,
            boolean again,
            String state) {}

    List<Item> items(UUID notice) {
        return jdbc.sql(
                        """
                        select c.id, c.type, c.grave, c.identifier, c.place, c.url, c.held,
                          c.first_at, i.last_at, i.times, i.again, c.state
                        from exchange.notice_item i join exchange.concern c on c.id = i.concern_id
                        where i.notice_id = :id order by c.grave desc, c.type, c.place limit :most
                        """)
                .param("id", notice)
                .param("most", ITEMS_MAX)
                .query((row, number) ->
                        new Item(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant(),
                                row.getObject(9, OffsetDateTime.class).toInstant(),
                                row.getInt(10),
                                row.getBoolean(11),
                                row.getString(12)))
                .list();
    }

    void sent(UUID notice, Instant at) {
        jdbc.sql(
                        """
                        update exchange.notice set sent_at = coalesce(sent_at, :at),
                          state = case when state in ('waiting', 'stuck') then 'sent' else state end
                        where id = :id
                        """)
                .param("id", notice)
                .param("at", OwnerStore.utc(at))
                .update();
    }

    void stuck(UUID notice) {
        jdbc.sql(
                        """
                        update exchange.notice set state = 'stuck'
                        where id = :id and state in ('waiting', 'sent')
                        """)
                .param("id", notice)
                .update();
    }

    /** True when it was not open before. */
    boolean opened(UUID notice, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.notice set opened_at = :at,
                                  state = case when state in ('waiting', 'sent', 'stuck')
                                    then 'opened' else state end
                                where id = :id and opened_at is null
                                """)
                        .param("id", notice)
                        .param("at", OwnerStore.utc(at))
                        .update()
                == 1;
    }

    /** The owner answered: the clock stops. False when it had answered so, or it is closed. */
    boolean answered(UUID notice, String state, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.notice set state = :state, due_at = null,
                                  acknowledged_at = coalesce(acknowledged_at, :at)
                                where id = :id and state not in ('closed', :state)
                                """)
                        .param("id", notice)
                        .param("state", state)
                        .param("at", OwnerStore.utc(at))
                        .update()
                == 1;
    }

    /** Notices without an answer whose next step is due. */
    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id from exchange.notice where due_at <= :now
                        order by due_at, id limit :most
                        """)
                .param("now", OwnerStore.utc(now))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void postpone(UUID notice, Instant dueAt) {
        jdbc.sql("update exchange.notice set due_at = :due where id = :id")
                .param("id", notice)
                .param("due", OwnerStore.utc(dueAt))
                .update();
    }

    /** Exchanges the link with which it is answered; the one before opens nothing any more. */
    void relink(UUID notice, NoticeWritingStore.Link link) {
        jdbc.sql(
                        """
                        update exchange.notice set link_digest = :digest, link_until = :until
                        where id = :id
                        """)
                .param("id", notice)
                .param("digest", link.digest())
                .param("until", OwnerStore.utc(link.until()))
                .update();
    }

    /** A person settled what was disputed; what is told again comes in a notice of its own. */
    void settled(UUID notice) {
        jdbc.sql("update exchange.notice set state = 'closed', due_at = null where id = :id")
                .param("id", notice)
                .update();
    }

    void further(UUID notice, int level, @Nullable Instant dueAt) {
        jdbc.sql("update exchange.notice set level = :level, due_at = :due where id = :id")
                .param("id", notice)
                .param("level", level)
                .param("due", OwnerStore.utcOrNull(dueAt))
                .update();
    }

    /** Closes what nobody sees any more: everything in it was fixed or gone before that moment. */
    int close(Instant quietSince) {
        return jdbc.sql(
                        """
                        update exchange.notice n set state = 'closed', due_at = null
                        where state <> 'closed' and not exists (
                          select from exchange.notice_item i
                          join exchange.concern c on c.id = i.concern_id
                          where i.notice_id = n.id and not (c.state in ('fixed', 'gone')
                            and c.fixed_at <= :since))
                        """)
                .param("since", OwnerStore.utc(quietSince))
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Handling.ofRank(row.getInt(4)),
                row.getObject(5, UUID.class),
                row.getString(15),
                row.getBoolean(6),
                row.getInt(7),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                OwnerStore.moment(row, 11),
                OwnerStore.moment(row, 12),
                OwnerStore.moment(row, 13),
                OwnerStore.moment(row, 14));
    }
}
