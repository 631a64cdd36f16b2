package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesBatchTest {

    @TempDir Path folder = Path.of("");

    private final List<SeriesBatch.Progress> progress = new ArrayList<>();

    /** Remembers what it is given. */
    private static final class Given implements SeriesBatch.Target {

        private final Map<UUID, Placement> places = new HashMap<>();
        private int portions;

        @Override
        public void censuses(List<KeyCensus> censuses) {
            portions += censuses.isEmpty() ? 0 : 1;
        }

        @Override
        public void places(Map<UUID, Placement> some) {
            portions++;
            places.putAll(some);
        }
    }

    private Given run(List<SeriesBatch.Entry> entries) {
        Given given = new Given();
        new SeriesBatch(folder, () -> new UUID(3, given.places.size()))
                .run(
                        (last, taker) -> entries.forEach(taker),
                        new SeriesBatch.People(List.of(), Map.of()),
                        given,
                        progress::add);
        return given;
    }

    private static List<SeriesBatch.Entry> reports(int count) {
        InventedReports reports = new InventedReports(new SplittableRandom(7), 20);
        return IntStream.range(0, count)
                .mapToObj(reports::report)
                .sorted((a, b) -> ReportOrder.compare(a.id(), b.id()))
                .map(one -> new SeriesBatch.Entry(one, null))
                .toList();
    }

    @Test
    void aCountryWithoutReportsHasNoSeries() {
        assertThat(run(List.of()).portions).isZero();
    }

    @Test
    void everyReportGetsAPlaceAndEveryPartTellsHowFarItIs() {
        Given given = run(reports(200));
        assertThat(given.places).hasSize(200);
        assertThat(progress)
                .extracting(SeriesBatch.Progress::part)
                .contains("group", "cut", "write")
                .endsWith("write");
        assertThat(progress.getLast().done()).isEqualTo(200);
    }

    @Test
    void afterTheEndTheSameFolderGivesNothingMore() {
        run(reports(200));
        assertThat(run(List.of()).portions).isZero();
    }

    @Test
    void whatAnotherVersionLeftIsBegunAnew() throws Exception {
        run(reports(200));
        Files.write(folder.resolve("state"), new byte[] {9, 9, 9, 9});
        assertThat(run(reports(100)).places).hasSize(100);
    }

    @Test
    void reportsInAnyOtherOrderAreRefused() {
        assertThatThrownBy(() -> run(reports(200).reversed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ascending");
    }
}
