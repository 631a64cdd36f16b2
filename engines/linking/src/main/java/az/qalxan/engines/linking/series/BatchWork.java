package az.qalxan.engines.linking.series;

import java.util.function.Consumer;

/**
 * What every part of a batch works with.
 *
 * @param files the folder
 * @param reports the reports that were read
 * @param decisions what people decided
 * @param bounds how much is done at once
 * @param progress is told how far it is
 */
record BatchWork(
        BatchFiles files,
        BatchReports reports,
        BatchDecisions decisions,
        SeriesBatch.Bounds bounds,
        Consumer<SeriesBatch.Progress> progress) {

    void tell(String part, long done, long all) {
        progress.accept(new SeriesBatch.Progress(part, done, all));
    }
}
