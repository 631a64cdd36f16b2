package az.qalxan.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.reporting.ReportId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Linking everything anew puts right what is wrong, and goes on wherever it was interrupted. */
@PlatformTest
@NullUnmarked // a null here fails the test anyway
class RelinkTest {

    private static final String PLACES =
            """
            select coalesce(string_agg(report_id || ' ' || component || ' '
              || coalesce(linked_to::text, '-') || ' ' || score, ',' order by report_id), '')
            from series.placement
            """;
    private static final String COUNTS =
            """
            select coalesce(string_agg(component || ' ' || reports || ' ' || lost, ','
              order by component, body, handling, compartment), '')
            from series.tally
            """;

    /** Common keys of one report, who may see how many reports of each, and its candidates. */
    private static final String COMMON =
            """
            select coalesce(string_agg(c.key || ' ' || c.reports || ' ' || t.body || ' '
              || t.reports, ',' order by c.key, t.body, t.handling), '') || ' candidates ' || (
                select count(*) from series.placement p join series.report q using (report_id)
                where p.candidate and q.keys && r.keys)
            from series.report r
            join series.census c on c.key = any (r.keys) and c.hub
            join series.census_tally t on t.key = c.key
            where r.report_id = :report group by r.report_id, r.keys
            """;

    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Autowired RelinkStore store;
    @Autowired KeeperLock lock;
    @Autowired NewSeries newSeries;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @TempDir Path folder;

    private SeriesStage stage;
    private ReportId inCommon;

    @BeforeEach
    void begin() throws InterruptedException {
        Instant now = clock.instant().minusSeconds(600);
        stage = new SeriesStage(context, clock.instant().toEpochMilli());
        for (int series = 0; series < 4; series++) {
            String domain = stage.domain();
            for (int i = 0; i < 3; i++) {
                stage.receiveOne(stage.report(now.plusSeconds(i), "phone-fraud", domain));
            }
        }
        String common = stage.domain();
        for (String category : List.of("phone-fraud", "card-theft", "job-fraud")) {
            inCommon = stage.receiveOne(stage.report(now, category, common));
        }
        stage.settle();
    }

    @Test
    void goesOnWhereverItIsInterrupted() {
        String places = asSystem(() -> ask(PLACES));
        String counts = asSystem(() -> ask(COUNTS));
        String common = asSystem(this::common);
        assertThat(common).contains(" 3 ").endsWith(" candidates 3");
        UUID run = asSystem(this::start);
        try {
            asSystem(this::spoil);
            assertThat(asSystem(() -> ask(PLACES))).isNotEqualTo(places);
            int breaks = 0;
            while (interrupted(run, 1 + 20 * breaks)) {
                breaks++;
            }
            assertThat(breaks).isGreaterThan(2);
            assertThat(asSystem(() -> ask(PLACES))).isEqualTo(places);
            assertThat(asSystem(() -> ask(COUNTS))).isEqualTo(counts);
            assertThat(asSystem(this::common)).isEqualTo(common);
        } finally {
            asSystem(() -> store.move(run, "running", "done", clock.instant()));
        }
    }

    /** Such a run gives way at once when it was paused. */
    @Test
    void stopsWhenItIsPaused() {
        UUID run = asSystem(this::start);
        asSystem(() -> store.move(run, "running", "paused", clock.instant()));
        assertThatThrownBy(() -> run(run, Integer.MAX_VALUE))
                .isInstanceOf(RelinkRun.Interrupted.class);
        asSystem(() -> store.move(run, "paused", "dropped", clock.instant()));
    }

    private UUID start() {
        lock.lock();
        return store.begin(lock.generation(), "test", clock.instant());
    }

    /** As another version of the engine might have left it. */
    private boolean spoil() {
        jdbc.sql(
                        """
                        update series.placement set score = score + 1, component = report_id
                        where series = (
                          select series from series.placement where series is not null
                          order by report_id desc limit 1)
                        """)
                .update();
        jdbc.sql(
                        """
                        delete from series.placement where series = (
                          select series from series.placement where series is not null
                          order by report_id limit 1)
                        """)
                .update();
        jdbc.sql("delete from series.census").update();
        jdbc.sql("update series.placement set candidate = false").update();
        return true;
    }

    private String common() {
        return jdbc.sql(COMMON).param("report", inCommon.value()).query(String.class).single();
    }

    private boolean interrupted(UUID run, int looks) {
        try {
            run(run, looks);
            return false;
        } catch (RelinkRun.Interrupted interrupted) {
            return true;
        }
    }

    private void run(UUID run, int looks) {
        AtomicInteger looked = new AtomicInteger();
        RelinkRun.Means means = new RelinkRun.Means(jdbc, store, transaction, clock, newSeries);
        new RelinkRun(run, folder, means, () -> looked.incrementAndGet() > looks).run();
    }

    private String ask(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(
                LinkStep.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
