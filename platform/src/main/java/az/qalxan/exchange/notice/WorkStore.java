package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the program cannot settle and a person has to. */
@Component
class WorkStore {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a person has to settle.
     *
     * @param kind message key {@code notice.work.<kind>}
     * @param subject of the same kind and subject only one is open
     */
    record Raised(
            String body,
            Handling handling,
            String kind,
            String subject,
            About about,
            String detail,
            int amount) {}

    /** What it is about. */
    record About(@Nullable UUID owner, @Nullable UUID notice, @Nullable UUID feed) {}

    /** Raises it, or counts to what is open of it. */
    void raise(Raised work) {
        insert(
                work,
                """
                 on conflict (body, kind, subject) where done_at is null
                do update set amount = notice_work.amount + excluded.amount,
                  detail = excluded.detail
                """);
    }

    /** Raises it by somebody who may not see the work of others. */
    void raiseUnseen(Raised work) {
        insert(work, "");
    }

    private void insert(Raised work, String conflict) {
        jdbc.sql(
                        """
                        insert into exchange.notice_work (body, handling, kind, subject, owner_id,
                          notice_id, feed_id, detail, amount, raised_at)
                        values (:body, :handling, :kind, :subject, :owner, :notice, :feed, :detail,
                          :amount, :at)
                        """
                                + conflict)
                .param("body", work.body())
                .param("handling", work.handling().rank())
                .param("kind", work.kind())
                .param("subject", work.subject())
                .param("owner", work.about().owner())
                .param("notice", work.about().notice())
                .param("feed", work.about().feed())
                .param("detail", work.detail())
                .param("amount", work.amount())
                .param("at", OwnerStore.utc(clock.instant()))
                .update();
    }

    /** A line of the list. */
    record Line(
            UUID id,
            String body,
            String kind,
            @Nullable UUID owner,
            String ownerName,
            String noticeNumber,
            @Nullable UUID feed,
            String feedName,
            String detail,
            int amount,
            Instant raisedAt) {}

    List<Line> open() {
        return jdbc.sql(
                        """
                        select w.id, w.body, w.kind, w.owner_id, coalesce(o.name, ''),
                          coalesce(n.number, ''), w.feed_id, coalesce(f.name, ''), w.detail,
                          w.amount, w.raised_at
                        from exchange.notice_work w
                        left join exchange.network_owner o on o.id = w.owner_id
                        left join exchange.notice n on n.id = w.notice_id
                        left join exchange.feed f on f.id = w.feed_id
                        where w.done_at is null order by w.raised_at limit :most
                        """)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Line(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, UUID.class),
                                row.getString(8),
                                row.getString(9),
                                row.getInt(10),
                                row.getObject(11, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What is open under that id: its kind, and the notice that it is about. */
    Optional<Matter> matter(UUID id) {
        return jdbc.sql(
                        """
                        select kind, notice_id from exchange.notice_work
                        where id = :id and done_at is null for update
                        """)
                .param("id", id)
                .query((row, number) -> new Matter(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    /** Of what kind work is, and about which notice; null for none. */
    record Matter(String kind, @Nullable UUID notice) {

        boolean dispute() {
            return kind.equals("disputed") && notice != null;
        }
    }

    boolean settle(UUID id, String by, String words) {
        return jdbc.sql(
                                """
                                update exchange.notice_work set done_at = :at, done_by = :by,
                                  account = database.caller_account(), words = :words
                                where id = :id and done_at is null
                                """)
                        .param("id", id)
                        .param("at", OwnerStore.utc(clock.instant()))
                        .param("by", by)
                        .param("words", words)
                        .update()
                == 1;
    }
}
