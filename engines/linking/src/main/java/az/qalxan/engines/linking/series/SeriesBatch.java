package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Links a whole country anew from a stream, in bounded memory, with files for what does not fit.
 * The series are the ones that {@link SeriesKeeper} makes of the same reports, decisions and
 * rulings. After a break the same call on the same folder goes on at the last finished part, and
 * after the end it does nothing more: then the folder is to be deleted.
 *
 * <p>Nothing is handed to the target before everything is reckoned. Held in memory are some 30
 * bytes for each report and the reports of a few components at a time; an undivided component is
 * held as a whole.
 */
public final class SeriesBatch {

    private final Path folder;
    private final Supplier<UUID> newSeries;
    private final Bounds bounds;

    /**
     * A batch that keeps its files in that folder, some 400 bytes for a report.
     *
     * @param folder an own folder; what a broken run left there is gone on with
     * @param newSeries gives ids for series that overlap with none that was known
     */
    public SeriesBatch(Path folder, Supplier<UUID> newSeries) {
        this(folder, newSeries, Bounds.USUAL);
    }

    SeriesBatch(Path folder, Supplier<UUID> newSeries, Bounds bounds) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.newSeries = Objects.requireNonNull(newSeries, "newSeries");
        this.bounds = bounds;
    }

    /**
     * How much is done at once.
     *
     * @param component the most reports of a component that is cut with all evidence
     * @param read reports are read between two notes of how far it is
     * @param placed reports of a portion of the result
     * @param keyFiles files of keys, a power of two; one is sorted in memory
     */
    record Bounds(int component, int read, int placed, int keyFiles) {

        static final Bounds USUAL =
                new Bounds(SeriesKeeper.COMPONENT_REPORTS_MAX, 500_000, 5_000, 128);
    }

    /** Where the reports come from, by ascending ids (see {@link ReportOrder}). */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives every report behind that one to the taker, one after the other.
         *
         * @param last the last report that was kept before the break; absent for a new run
         */
        void readAfter(@Nullable UUID last, Consumer<Entry> taker);
    }

    /**
     * A report of the source.
     *
     * @param traits what it can be linked by
     * @param series the series in which it stood so far, so that ids are kept; absent for none
     */
    public record Entry(ReportTraits traits, @Nullable UUID series) {}

    /** What people decided. */
    public record People(Collection<PairDecision> decisions, Map<Long, HubRuling> rulings) {

        /** Copies both. */
        public People {
            decisions = List.copyOf(decisions);
            rulings = Map.copyOf(rulings);
        }
    }

    /**
     * Where the result goes: called by the thread that runs the batch, in portions. A portion that
     * a break interrupted comes again.
     */
    public interface Target {

        /** Every census that is worth keeping; any other is to be forgotten. */
        void censuses(List<KeyCensus> censuses);

        /** Places of reports, whole components of them; every report of the source comes once. */
        void places(Map<UUID, Placement> places);
    }

    /**
     * How far the run is.
     *
     * @param part what it does: {@code read}, {@code group}, {@code link}, {@code cut}, {@code
     *     place}, {@code write}
     * @param done so much of it
     * @param all of so much; 0 while that is unknown
     */
    public record Progress(String part, long done, long all) {}

    /**
     * Runs it.
     *
     * @throws UncheckedIOException if the files cannot be written or read
     */
    public void run(Source source, People people, Target target, Consumer<Progress> progress) {
        try {
            Files.createDirectories(folder);
            BatchFiles files = new BatchFiles(folder);
            int count = BatchReading.read(files, source, bounds, progress);
            try (BatchReports reports = new BatchReports(files, count)) {
                BatchDecisions decisions = new BatchDecisions(people.decisions());
                link(new BatchWork(files, reports, decisions, bounds, progress), people, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of a batch failed in " + folder + ".", e);
        }
    }

    private void link(BatchWork work, People people, Target target) throws IOException {
        BatchGrouping.run(work, people);
        LongSet hubs = BatchGrouping.hubs(work.files());
        BatchLinking.run(work, hubs);
        BatchCutting.run(work, hubs);
        BatchPlacing.run(work, hubs);
        BatchNaming.run(work, newSeries);
        BatchWriting.run(work, target);
    }
}
