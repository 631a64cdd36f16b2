package az.qalxan.evidence.content;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.evidence.BytesErased;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.ExhibitStored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The exhibits that wait to be read, in the order in which their bytes came. */
@Component
class ContentQueue {

    static final TransactionIdentity JOB = TransactionIdentity.job("content");

    /** A reading that said nothing for so long has ended with its process. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private static final int ATTEMPTS_MAX = 3;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContentQueue(JdbcClient jdbc, Clock clock, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ExhibitStored stored) {
        jdbc.sql(
                        """
                        insert into evidence.content_reading (exhibit_id, queued_at)
                        values (:id, :at) on conflict (exhibit_id) do nothing
                        """)
                .param("id", stored.exhibit().value())
                .param("at", now())
                .update();
    }

    /** What was read out of bytes that were destroyed is forgotten too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BytesErased erased) {
        jdbc.sql("select evidence.forget_content(array[:number])")
                .param("number", erased.caseNumber().value())
                .query((row, count) -> true)
                .single();
    }

    /** Asks that an exhibit be read once more; false while it waits or is read. */
    boolean again(ExhibitId id) {
        int changed =
                jdbc.sql(
                                """
                                update evidence.content_reading
                                set state = 'waiting', queued_at = :at, attempts = 0, place = ''
                                where exhibit_id = :id and state in ('read', 'failed')
                                """)
                        .param("id", id.value())
                        .param("at", now())
                        .update();
        if (changed == 0) {
            changed =
                    jdbc.sql(
                                    """
                                    insert into evidence.content_reading (exhibit_id, queued_at)
                                    values (:id, :at) on conflict (exhibit_id) do nothing
                                    """)
                            .param("id", id.value())
                            .param("at", now())
                            .update();
        }
        return changed == 1;
    }

    /** Takes the next exhibit and empties what an earlier reading of it left. */
    Optional<ExhibitId> take() {
        return ActingAs.call(JOB, () -> transaction.execute(status -> taken()));
    }

    private Optional<ExhibitId> taken() {
        giveUp();
        Optional<UUID> next =
                jdbc.sql(
                                """
                                update evidence.content_reading set state = 'reading',
                                  started_at = :now, touched_at = :now, ended_at = null,
                                  attempts = attempts + 1, parts = 0, moments = 0, place = ''
                                where exhibit_id = (
                                  select exhibit_id from evidence.content_reading
                                  where state = 'waiting' or (state = 'reading'
                                    and touched_at < :silent and attempts < :attempts)
                                  order by queued_at limit 1 for update skip locked)
                                returning exhibit_id
                                """)
                        .param("now", now())
                        .param("silent", utc(clock.instant().minus(SILENCE)))
                        .param("attempts", ATTEMPTS_MAX)
                        .query(UUID.class)
                        .optional();
        next.ifPresent(this::empty);
        return next.map(ExhibitId::new);
    }

    /** What ended its process again and again is left for people to look at. */
    private void giveUp() {
        jdbc.sql(
                        """
                        update evidence.content_reading set state = 'failed', ended_at = :now
                        where state = 'reading' and touched_at < :silent
                          and attempts >= :attempts
                        """)
                .param("now", now())
                .param("silent", utc(clock.instant().minus(SILENCE)))
                .param("attempts", ATTEMPTS_MAX)
                .update();
    }

    private void empty(UUID id) {
        jdbc.sql("delete from evidence.content_part where exhibit_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from evidence.content_moment where exhibit_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from evidence.content_identifier where exhibit_id = :id")
                .param("id", id)
                .update();
    }

    /** How a reading ended. */
    record Ended(String state, boolean whole, boolean confined) {}

    /** Notes the end of a reading, in the caller's transaction. */
    void end(ExhibitId id, Ended ended) {
        jdbc.sql(
                        """
                        update evidence.content_reading set state = :state, ended_at = :at,
                          touched_at = :at, whole = :whole, confined = :confined, place = '',
                          parts = (select count(*) from evidence.content_part p
                            where p.exhibit_id = :id),
                          moments = (select count(*) from evidence.content_moment m
                            where m.exhibit_id = :id)
                        where exhibit_id = :id
                        """)
                .param("state", ended.state())
                .param("at", now())
                .param("whole", ended.whole())
                .param("confined", ended.confined())
                .param("id", id.value())
                .update();
    }

    private Object now() {
        return utc(clock.instant());
    }

    private static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
