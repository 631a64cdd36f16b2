package az.qalxan.exchange.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was done about notices, step by step. */
@Component
class NoticeStepStore {

    private final JdbcClient jdbc;

    NoticeStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
