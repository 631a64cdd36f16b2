package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.reporting.ReportContents;
import az.qalxan.reporting.ReportId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues the reports that were stored before this module existed: some at a time, never more than
 * the worker can take, from the mark on where it stopped.
 */
@Component
class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private static final int PAGE = 2_000;

    /** With so much in the queue new reports would wait too long behind the old ones. */
    private static final int WAITING_MAX = 4_000;

    private final JdbcClient jdbc;
    private final PendingQueue queue;
    private final ReportContents contents;
    private final LinkWorker worker;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    CatchUp(
            JdbcClient jdbc,
            PendingQueue queue,
            ReportContents contents,
            LinkWorker worker,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.contents = contents;
        this.worker = worker;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        if (!done) {
            done =
                    ActingAs.call(
                            LinkStep.SYSTEM,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(status -> queueSome())));
            worker.wake();
        }
    }

    /** True when every report of the register has been queued or is linked. */
    private boolean queueSome() {
        Mark mark = mark();
        if (mark.all()) {
            return true;
        }
        if (queue.backlog().waiting() > WAITING_MAX) {
            return false;
        }
        @Nullable ReportId last = mark.last().map(ReportId::new).orElse(null);
        List<ReportId> page = contents.after(last, PAGE);
        if (page.isEmpty()) {
            LOG.info("every report of the register is linked or queued");
            jdbc.sql("update series.standing set queued_all = true").update();
            return true;
        }
        Set<UUID> missing = new HashSet<>(page.stream().map(ReportId::value).toList());
        missing.removeAll(known(missing));
        queue.add("report", missing);
        jdbc.sql("update series.standing set queued_to = :last")
                .param("last", page.getLast().value())
                .update();
        return false;
    }

    private record Mark(Optional<UUID> last, boolean all) {}

    private Mark mark() {
        return jdbc.sql("select queued_to, queued_all from series.standing")
                .query((row, number) ->
                        new Mark(
                                Optional.ofNullable(row.getObject(1, UUID.class)),
                                row.getBoolean(2)))
                .single();
    }

    private List<UUID> known(Set<UUID> ids) {
        return jdbc.sql(
                        """
                        select report_id from series.report
                        where report_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", Columns.ids(ids))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
