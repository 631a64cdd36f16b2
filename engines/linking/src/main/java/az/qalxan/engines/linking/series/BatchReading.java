package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes the reports of a source into files, with a resume point every so often. */
final class BatchReading implements AutoCloseable {

    private static final long SAVE_EVERY = 250_000;
    private static final long TELL_EVERY = 10_000;

    private final Path folder;
    private final Consumer<SeriesBatch.Progress> progress;
    private final ReportFile.Writer reports;
    private final KeyFiles.Writer keys;
    private long read;

    private BatchReading(Path folder, BatchState state, Consumer<SeriesBatch.Progress> progress)
            throws IOException {
        this.folder = folder;
        this.progress = progress;
        this.read = state.reports();
        this.reports = new ReportFile.Writer(reportFile(folder), state.reportBytes());
        this.keys = new KeyFiles.Writer(folder, state.keyBytes());
    }

    static Path reportFile(Path folder) {
        return folder.resolve("reports");
    }

    /** Goes on where an earlier run stopped; gives how many reports there are. */
    static int read(
            Path folder, SeriesBatch.Source source, Consumer<SeriesBatch.Progress> progress)
            throws IOException {
        BatchState state = BatchState.read(folder);
        if (!state.whole()) {
            try (BatchReading reading = new BatchReading(folder, state, progress)) {
                source.readFrom(state.reports(), reading::take);
                reading.save(true);
            }
            state = BatchState.read(folder);
        }
        progress.accept(new SeriesBatch.Progress("read", state.reports(), state.reports()));
        return Math.toIntExact(state.reports());
    }

    private void take(SeriesBatch.Entry entry) {
        try {
            reports.write(entry.traits(), entry.series());
            keys.write(entry.traits(), Math.toIntExact(read));
            read++;
            if (read % SAVE_EVERY == 0) {
                save(false);
            }
            if (read % TELL_EVERY == 0) {
                progress.accept(new SeriesBatch.Progress("read", read, 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be written to " + folder + ".", e);
        }
    }

    private void save(boolean whole) throws IOException {
        new BatchState(read, whole, reports.flush(), keys.flush()).write(folder);
    }

    @Override
    public void close() throws IOException {
        reports.close();
        keys.close();
    }
}
