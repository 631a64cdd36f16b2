package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The measure itself, on examples that are reckoned by hand. */
@NullUnmarked // a null here fails the test anyway
class SeriesQualityTest {

    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);

    private final List<SeriesQuality.Judged> reports = new ArrayList<>();

    private void report(UUID found, String truth, String bridge) {
        UUID id = new UUID(2, reports.size());
        UUID linkedTo =
                reports.stream()
                        .filter(one -> found != null && found.equals(one.found()))
                        .map(SeriesQuality.Judged::report)
                        .findFirst()
                        .orElse(null);
        reports.add(new SeriesQuality.Judged(id, found, linkedTo, truth, bridge));
    }

    @Test
    void bothAreOneWhenEverythingIsFound() {
        report(A, "x", null);
        report(A, "x", null);
        report(null, null, null);
        SeriesQuality found = SeriesQuality.of(reports);
        assertThat(found.planted()).isEqualTo(new SeriesQuality.BCubed(2, 1, 1));
        assertThat(found.all()).isEqualTo(new SeriesQuality.BCubed(3, 1, 1));
        assertThat(found.pairs()).isEqualTo(new SeriesQuality.Pairs(1, 0, 0));
        assertThat(found.planted().f1()).isEqualTo(1);
    }

    @Test
    void aReportLeftOutCostsRecallOfAllOfItsSeries() {
        report(A, "x", null);
        report(A, "x", null);
        report(null, "x", null);
        SeriesQuality.BCubed planted = SeriesQuality.of(reports).planted();
        assertThat(planted.precision()).isEqualTo(1);
        assertThat(planted.recall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0) / 3, within(1e-12));
    }

    @Test
    void aStrangerCostsPrecisionAndIsAFalseMergeWithEachMember() {
        report(A, "x", null);
        report(A, "x", null);
        report(A, null, null);
        SeriesQuality found = SeriesQuality.of(reports);
        assertThat(found.planted().precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(found.planted().recall()).isEqualTo(1);
        assertThat(found.all().precision()).isCloseTo((4 / 3.0 + 1 / 3.0) / 3, within(1e-12));
        assertThat(found.pairs()).isEqualTo(new SeriesQuality.Pairs(3, 2, 2));
        assertThat(found.links()).isEqualTo(new SeriesQuality.Pairs(2, 1, 1));
        assertThat(found.pairs().wrongIn10000()).isCloseTo(20_000 / 3.0, within(1e-9));
    }

    @Test
    void whoNamesAnotherRingsNumberIsRelatedToItsVictims() {
        report(A, "x", null);
        report(A, "x", null);
        report(A, "y", "x");
        report(B, "y", null);
        SeriesQuality.Pairs pairs = SeriesQuality.of(reports).pairs();
        assertThat(pairs).isEqualTo(new SeriesQuality.Pairs(3, 2, 0));
    }

    @Test
    void nothingProposedIsNothingFalse() {
        report(null, "x", null);
        report(null, "x", null);
        SeriesQuality found = SeriesQuality.of(reports);
        assertThat(found.pairs().wrongIn10000()).isZero();
        assertThat(found.planted()).isEqualTo(new SeriesQuality.BCubed(2, 1, 0.5));
    }
}
