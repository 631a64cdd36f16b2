package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.Placement;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesBatch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run of linking everything anew: feeds the engine's batch from the stored traits and writes
 * what differs from what is stored. The queue stands still meanwhile, so nothing changes under it;
 * a run that dies goes on in its folder.
 */
final class RelinkRun implements SeriesBatch.Source, SeriesBatch.Target {

    /** Rows of one look into the table. */
    private static final int PAGE_ROWS = 4_000;

    private static final long TOLD_NANOS = 500_000_000L;

    private final UUID id;
    private final Path folder;
    private final JdbcClient jdbc;
    private final RelinkStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final Supplier<UUID> newSeries;
    private long toldNanos;
    private boolean counted;
    private long reports;

    /** What a run works with. */
    record Means(
            JdbcClient jdbc,
            RelinkStore store,
            TransactionTemplate transaction,
            Clock clock,
            Supplier<UUID> newSeries) {}

    RelinkRun(UUID id, Path folder, Means means, BooleanSupplier stopping) {
        this.folder = folder;
        this.id = id;
        this.jdbc = means.jdbc();
        this.store = means.store();
        this.transaction = means.transaction();
        this.clock = means.clock();
        this.newSeries = means.newSeries();
        this.stopping = stopping;
    }

    /** Ends a run that was paused or dropped by somebody; its folder is kept for going on. */
    static final class Interrupted extends IllegalStateException {

        private static final long serialVersionUID = 1L;
    }

    void run() {
        reports =
                inTransaction(() ->
                        jdbc.sql("select count(*) from series.report").query(Long.class).single());
        new SeriesBatch(folder, newSeries).run(this, people(), this, this::tell);
        inTransaction(() -> {
            new CensusWriter(jdbc).dropOthers(id);
            return true;
        });
    }

    private SeriesBatch.People people() {
        return inTransaction(() -> new SeriesBatch.People(decisions(), rulings()));
    }

    private List<PairDecision> decisions() {
        return jdbc.sql(
                        """
                        select d.one, d.other, d.verdict from series.decision d
                        where not exists (
                          select from series.decision_undone u where u.decision = d.id)
                        order by d.id
                        """)
                .query((row, number) ->
                        new PairDecision(
                                new ReportPair(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                                row.getString(3).equals("confirmed")
                                        ? PairDecision.Verdict.SAME
                                        : PairDecision.Verdict.NOT_SAME))
                .list();
    }

    private Map<Long, HubRuling> rulings() {
        return new RulingStore(jdbc).allInForce();
    }

    @Override
    public void readAfter(@Nullable UUID known, Consumer<SeriesBatch.Entry> taker) {
        UUID last = known == null ? new UUID(0, 0) : known;
        List<SeriesBatch.Entry> entries = page(last);
        while (!entries.isEmpty()) {
            entries.forEach(taker);
            last = entries.getLast().traits().id();
            entries = page(last);
        }
    }

    private List<SeriesBatch.Entry> page(UUID last) {
        return inTransaction(() ->
                jdbc.sql(
                                """
                                select r.report_id, r.traits, p.series from series.report r
                                left join series.placement p on p.report_id = r.report_id
                                where r.report_id > :last order by r.report_id limit :rows
                                """)
                        .param("last", last)
                        .param("rows", PAGE_ROWS)
                        .query((row, number) -> {
                            UUID report = row.getObject(1, UUID.class);
                            return new SeriesBatch.Entry(
                                    ReportTraits.fromBytes(report, row.getBytes(2)),
                                    (@Nullable UUID) row.getObject(3, UUID.class));
                        })
                        .list());
    }

    @Override
    public void places(Map<UUID, Placement> places) {
        countAnew();
        inTransaction(() -> {
            Map<UUID, Placement> changed = new HashMap<>(places);
            new JdbcSeriesStore(jdbc, Map.of())
                    .placementsOf(places.keySet())
                    .forEach((report, before) -> changed.remove(report, before));
            write(changed);
            store.count(id, places.size(), changed.size());
            return true;
        });
        tellNow();
    }

    private void write(Map<UUID, Placement> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Tallies tallies = new Tallies(jdbc);
        Set<UUID> components = new HashSet<>(tallies.componentsOf(changed.keySet()));
        changed.values().forEach(place -> components.add(place.component()));
        new SeriesWriter(jdbc, Map.of()).place(changed);
        tallies.recount(components);
    }

    @Override
    public void censuses(List<KeyCensus> censuses) {
        inTransaction(() -> {
            new CensusWriter(jdbc).keepAnew(censuses, id);
            return true;
        });
        tellNow();
    }

    /** The censuses are all there before the first places come. */
    private void countAnew() {
        if (!counted) {
            inTransaction(() -> {
                CensusWriter writer = new CensusWriter(jdbc);
                if (writer.somethingToCount()) {
                    writer.countAnew();
                }
                return true;
            });
            counted = true;
        }
    }

    private SeriesBatch.Progress last = new SeriesBatch.Progress("read", 0, 0);

    private void tell(SeriesBatch.Progress progress) {
        boolean reading = progress.part().equals("read");
        last = reading ? new SeriesBatch.Progress("read", progress.done(), reports) : progress;
        tellNow();
    }

    /** Tells at most twice a second, and learns at the same time whether it may go on. */
    private void tellNow() {
        if (stopping.getAsBoolean()) {
            throw new Interrupted();
        }
        long now = System.nanoTime();
        if (now - toldNanos < TOLD_NANOS) {
            return;
        }
        toldNanos = now;
        boolean wanted =
                inTransaction(() ->
                        store.note(id, last.part(), last.done(), last.all(), clock.instant()));
        if (!wanted) {
            throw new Interrupted();
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return ActingAs.call(
                LinkStep.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
