package az.qalxan.engines.linking.series;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Links a whole country anew from a stream, in bounded memory, with files for what does not fit.
 * The series are the ones that {@link SeriesKeeper} would have made of the same reports, decisions
 * and rulings. After a break the same call on the same folder goes on at the last finished part.
 */
public final class SeriesBatch {

    private final Path work;
    private final Supplier<UUID> newSeries;

    /**
     * A batch that keeps its files in that folder, some 600 bytes for a report.
     *
     * @param work an own folder; what a broken run left there is taken up again
     * @param newSeries gives ids for series that overlap with none that was known
     */
    public SeriesBatch(Path work, Supplier<UUID> newSeries) {
        this.work = Objects.requireNonNull(work, "work");
        this.newSeries = Objects.requireNonNull(newSeries, "newSeries");
    }

    /** Where the reports come from. The same reports must come in the same order each time. */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives every report behind that position to the taker, one after the other.
         *
         * @param position how many reports were taken before the break; 0 for a new run
         */
        void readFrom(long position, Consumer<Entry> taker);
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

    /** Where the result goes: called by one thread, in portions, each report once. */
    public interface Target {

        /** Places of reports, and no others follow for them. */
        void places(Map<UUID, Placement> places);

        /** Every census that is worth keeping; any other is to be forgotten. */
        void censuses(List<KeyCensus> censuses);

        /** Traits that differ from those of the source: heads of groups carry other script keys. */
        void traits(List<ReportTraits> changed);
    }

    /**
     * How far the run is.
     *
     * @param part what it does: {@code read}, {@code group}, {@code link}, {@code cut}
     * @param done so much of it
     * @param all of so much; 0 while that is unknown
     */
    public record Progress(String part, long done, long all) {}

    /** Runs it. */
    public void run(Source source, People people, Target target, Consumer<Progress> progress) {
        throw new UnsupportedOperationException("follows in " + work + newSeries.get());
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The batch was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the batch failed.", e.getCause());
        }
    }
}
