package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the reports of a source into files, and every so often how far it is. */
final class BatchReading implements AutoCloseable {

    private static final int TELL_EVERY = 5_000;

    private final BatchFiles files;
    private final Consumer<SeriesBatch.Progress> progress;
    private final BatchReports.Writer reports;
    private final KeyFiles keys;
    private final SeriesBatch.Bounds bounds;
    private int read;
    private @Nullable UUID last;

    private BatchReading(
            BatchFiles files,
            BatchState state,
            SeriesBatch.Bounds bounds,
            Consumer<SeriesBatch.Progress> progress)
            throws IOException {
        this.files = files;
        this.progress = progress;
        this.bounds = bounds;
        this.read = state.reports();
        this.reports = new BatchReports.Writer(files, state.lengths()[0], state.lengths()[1]);
        this.keys = new KeyFiles(files, state.lengths(), 2);
    }

    /** Goes on where an earlier run stopped; gives how many reports there are. */
    static int read(
            BatchFiles files,
            SeriesBatch.Source source,
            SeriesBatch.Bounds bounds,
            Consumer<SeriesBatch.Progress> progress)
            throws IOException {
        BatchState state = BatchState.read(files, bounds.keyFiles());
        if (!state.whole()) {
            try (BatchReading reading = new BatchReading(files, state, bounds, progress)) {
                reading.readAfter(lastOf(files, state), source);
            }
            state = BatchState.read(files, bounds.keyFiles());
        }
        return state.reports();
    }

    private static @Nullable UUID lastOf(BatchFiles files, BatchState state) throws IOException {
        if (state.reports() == 0) {
            return null;
        }
        try (BatchReports written = new BatchReports(files, state.reports())) {
            return written.id(state.reports() - 1);
        }
    }

    private void readAfter(@Nullable UUID lastWritten, SeriesBatch.Source source)
            throws IOException {
        last = lastWritten;
        source.readAfter(lastWritten, this::take);
        save(true);
    }

    private void take(SeriesBatch.Entry entry) {
        UUID id = entry.traits().id();
        if (last != null && ReportOrder.compare(last, id) >= 0) {
            throw new IllegalArgumentException(
                    "Reports come by ascending ids; %s came after %s.".formatted(id, last));
        }
        last = id;
        try {
            reports.write(entry.traits(), entry.series());
            keys.write(entry.traits(), read);
            read++;
            if (read % bounds.read() == 0) {
                save(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be written to a file.", e);
        }
        if (read % TELL_EVERY == 0) {
            progress.accept(new SeriesBatch.Progress("read", read, 0));
        }
    }

    private void save(boolean whole) throws IOException {
        long[] lengths = new long[2 + bounds.keyFiles()];
        reports.save(lengths);
        keys.save(lengths, 2);
        new BatchState(read, whole, lengths).write(files);
    }

    @Override
    public void close() throws IOException {
        reports.close();
        keys.close();
    }
}
