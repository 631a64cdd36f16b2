package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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
              n.level, n.made_at, n.due_at, n.sent_at, n.opened_at, n.acknowledged_at
            from exchange.notice n
            """;

    private final JdbcClient jdbc;

    OwnerNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice that is written now. */
    record Written(
            UUID id,
            String number,
            String body,
            Handling handling,
            UUID owner,
            boolean grave,
            String state,
            Instant madeAt,
            Instant dueAt,
            Link link,
            List<ConcernStore.Concern> items) {

        Written {
            items = List.copyOf(items);
        }
    }

    /** How its receiver opens it without signing in. */
    record Link(String digest, Instant until) {}

    private static <R, T> T[] array(List<R> rows, Function<R, T> of, IntFunction<T[]> make) {
        return rows.stream().map(of).toArray(make);
    }

    void write(List<Written> all) {
        jdbc.sql(
                        """
                        insert into exchange.notice (id, number, body, handling, owner_id, grave,
                          items, state, made_at, due_at, link_digest, link_until)
                        select * from unnest(cast(:ids as uuid[]), :numbers, :bodies, :handlings,
                          cast(:owners as uuid[]), :grave, :items, :states,
                          cast(:made as timestamptz[]), cast(:due as timestamptz[]), :digests,
                          cast(:until as timestamptz[]))
                        """)
                .param("ids", array(all, Written::id, UUID[]::new))
                .param("numbers", array(all, Written::number, String[]::new))
                .param("bodies", array(all, Written::body, String[]::new))
                .param("handlings", array(all, one -> one.handling().rank(), Integer[]::new))
                .param("owners", array(all, Written::owner, UUID[]::new))
                .param("grave", array(all, Written::grave, Boolean[]::new))
                .param("items", array(all, one -> one.items().size(), Integer[]::new))
                .param("states", array(all, Written::state, String[]::new))
                .param("made", array(all, one -> one.madeAt().toString(), String[]::new))
                .param("due", array(all, one -> one.dueAt().toString(), String[]::new))
                .param("digests", array(all, one -> one.link().digest(), String[]::new))
                .param("until", array(all, one -> one.link().until().toString(), String[]::new))
                .update();
        List<Placed> items =
                all.stream()
                        .flatMap(
                                one -> one.items().stream().map(item -> new Placed(one.id(), item)))
                        .toList();
        jdbc.sql(
                        """
                        insert into exchange.notice_item (
                          notice_id, concern_id, times, last_at, again)
                        select * from unnest(cast(:notices as uuid[]), cast(:concerns as uuid[]),
                          :times, cast(:last as timestamptz[]), :again)
                        """)
                .param("notices", array(items, Placed::notice, UUID[]::new))
                .param("concerns", array(items, one -> one.item().id(), UUID[]::new))
                .param("times", array(items, one -> one.item().times(), Integer[]::new))
                .param("last", array(items, one -> one.item().lastAt().toString(), String[]::new))
                .param(
                        "again",
                        array(items, one -> one.item().state().equals("again"), Boolean[]::new))
                .update();
    }

    private record Placed(UUID notice, ConcernStore.Concern item) {}

    /** A mail that carries a notice. */
    record Mail(
            UUID id,
            UUID notice,
            UUID channel,
            String address,
            String kind,
            String state,
            String trouble,
            Instant at) {}

    void mailed(List<Mail> mails) {
        jdbc.sql(
                        """
                        insert into exchange.notice_mail (
                          id, notice_id, channel_id, kind, state, trouble, at)
                        select * from unnest(cast(:ids as uuid[]), cast(:notices as uuid[]),
                          cast(:channels as uuid[]), :kinds, :states, :troubles,
                          cast(:at as timestamptz[]))
                        """)
                .param("ids", array(mails, Mail::id, UUID[]::new))
                .param("notices", array(mails, Mail::notice, UUID[]::new))
                .param("channels", array(mails, Mail::channel, UUID[]::new))
                .param("kinds", array(mails, Mail::kind, String[]::new))
                .param("states", array(mails, Mail::state, String[]::new))
                .param("troubles", array(mails, Mail::trouble, String[]::new))
                .param("at", array(mails, one -> one.at().toString(), String[]::new))
                .update();
    }

    /** Notes what became of a mail; the answer is the mail. */
    Optional<Mail> moved(UUID mail, String state, String trouble, Instant at) {
        jdbc.sql(
                        """
                        update exchange.notice_mail
                        set state = :state, trouble = :trouble, moved_at = :at where id = :id
                        """)
                .param("id", mail)
                .param("state", state)
                .param("trouble", trouble)
                .param("at", OwnerStore.utc(at))
                .update();
        return mails("m.id = :id", mail).stream().findFirst();
    }

    List<Mail> mailsOf(UUID notice) {
        return mails("m.notice_id = :id", notice);
    }

    private List<Mail> mails(String condition, UUID id) {
        return jdbc.sql(
                        """
                        select m.id, m.notice_id, m.channel_id, c.address, m.kind, m.state,
                          m.trouble, m.at from exchange.notice_mail m
                        join exchange.owner_channel c on c.id = m.channel_id where
                        """
                                + condition
                                + " order by m.at, m.id")
                .param("id", id)
                .query((row, number) ->
                        new Mail(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A line of the list. */
    record Line(Notice notice, String owner) {}

    /** The notices that the caller may see; open ones, or all; the latest first. */
    List<Line> lines(String show) {
        return jdbc.sql(
                        SELECT.replace("n.acknowledged_at\n", "n.acknowledged_at, o.name\n")
                                + """
                                join exchange.network_owner o on o.id = n.owner_id
                                where :show = 'all'
                                  or (:show = 'open' and n.state in
                                    ('waiting', 'sent', 'stuck', 'opened', 'disputed'))
                                  or (:show = 'late' and n.level > 0 and n.state in
                                    ('waiting', 'sent', 'stuck', 'opened'))
                                  or (:show = 'answered' and n.state in
                                    ('acknowledged', 'fixed', 'closed'))
                                order by n.made_at desc, n.id limit :most
                                """)
                .param("show", show)
                .param("most", ROWS_MAX)
                .query((row, number) -> new Line(notice(row, number), row.getString(15)))
                .list();
    }

    List<Line> ofOwner(UUID owner) {
        return jdbc.sql(
                        SELECT.replace("n.acknowledged_at\n", "n.acknowledged_at, o.name\n")
                                + """
                                join exchange.network_owner o on o.id = n.owner_id
                                where n.owner_id = :owner order by n.made_at desc limit 20
                                """)
                .param("owner", owner)
                .query((row, number) -> new Line(notice(row, number), row.getString(15)))
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

    /** Something that was done about a notice; message key {@code notice.step.<kind>}. */
    record Step(Instant at, String kind, String author, String detail, String words) {}

    void step(UUID notice, Step step) {
        jdbc.sql(
                        """
                        insert into exchange.notice_step (
                          notice_id, at, kind, author, detail, words)
                        values (:notice, :at, :kind, :author, :detail, :words)
                        """)
                .param("notice", notice)
                .param("at", OwnerStore.utc(step.at()))
                .param("kind", step.kind())
                .param("author", step.author())
                .param("detail", step.detail())
                .param("words", step.words())
                .update();
    }

    /** The same first step of many. */
    void begun(Collection<UUID> notices, Instant at) {
        jdbc.sql(
                        """
                        insert into exchange.notice_step (notice_id, at, kind)
                        select id, :at, 'made' from unnest(cast(:ids as uuid[])) as id
                        """)
                .param("at", OwnerStore.utc(at))
                .param("ids", notices.toArray(UUID[]::new))
                .update();
    }

    List<Step> steps(UUID notice) {
        return jdbc.sql(
                        """
                        select at, kind, author, detail, words from exchange.notice_step
                        where notice_id = :id order by id limit 500
                        """)
                .param("id", notice)
                .query((row, number) ->
                        new Step(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
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
    List<Notice> due(Instant now, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where n.due_at <= :now order by n.due_at limit :most
                                for update of n skip locked
                                """)
                .param("now", OwnerStore.utc(now))
                .param("most", most)
                .query(OwnerNoticeStore::notice)
                .list();
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
