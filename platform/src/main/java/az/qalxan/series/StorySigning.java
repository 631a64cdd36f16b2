package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.StoryBands;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the stories of reports that were linked before signatures were kept: some at a time, from
 * what is stored of them, from the mark on where it stopped.
 */
@Component
class StorySigning {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    StorySigning(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        if (!done) {
            done =
                    ActingAs.call(
                            LinkStep.SYSTEM,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(status -> signSome())));
        }
    }

    private record Mark(@Nullable UUID last, boolean all) {}

    /** True when every report is signed. */
    private boolean signSome() {
        Mark mark =
                jdbc.sql("select signed_to, signed_all from series.standing")
                        .query((row, number) ->
                                new Mark(row.getObject(1, UUID.class), row.getBoolean(2)))
                        .single();
        if (mark.all()) {
            return true;
        }
        List<ReportTraits> page = unsigned(mark.last() == null ? new UUID(0, 0) : mark.last());
        if (page.isEmpty()) {
            jdbc.sql("update series.standing set signed_all = true").update();
            return true;
        }
        sign(page);
        jdbc.sql("update series.standing set signed_to = :last")
                .param("last", page.getLast().id())
                .update();
        return false;
    }

    private List<ReportTraits> unsigned(UUID last) {
        return jdbc.sql(
                        """
                        select report_id, traits from series.report
                        where report_id > :last and bands is null order by report_id limit :page
                        """)
                .param("last", last)
                .param("page", PAGE)
                .query((row, number) ->
                        ReportTraits.fromBytes(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    /** Whatever was linked anew meanwhile has been signed with that. */
    private void sign(List<ReportTraits> page) {
        jdbc.sql(
                        """
                        update series.report r set bands = cast(new.bands as integer[])
                        from unnest(cast(:id as uuid[]), :bands) as new (id, bands)
                        where r.report_id = new.id and r.bands is null
                        """)
                .param("id", Columns.text(page, ReportTraits::id))
                .param("bands", Columns.text(page, one -> Columns.array(StoryBands.of(one))))
                .update();
    }
}
