package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.Misleading;
import az.qalxan.engines.synthesis.Typists;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * The series of a small synthetic country are found about as well as {@code ./qalxan bench
 * series-quality} publishes for larger ones.
 */
@NullUnmarked // a null here fails the test anyway
class PlantedSeriesQualityTest {

    private static final CountryPlan PLAN = CountryPlan.of(2, 3_000, LocalDate.of(2026, 10, 31));

    @Test
    void plantedSeriesAreFoundAndUnrelatedVictimsKeptApart() {
        SeriesQuality found = quality(PLAN, "as it is");
        assertThat(found.planted().precision()).isGreaterThan(0.995);
        assertThat(found.planted().recall()).isGreaterThan(0.954);
        assertThat(found.planted().f1()).isGreaterThan(0.976);
        assertThat(found.pairs().unrelated()).isZero();
        assertThat(found.links().wrong()).isZero();
    }

    @Test
    void withoutDiacriticsAndInCyrillicSeriesAreFoundAsWell() {
        CountryPlan small = CountryPlan.of(2, 1_000, LocalDate.of(2026, 10, 31));
        double clean = quality(small.withTypists(Typists.CLEAN), "clean").planted().f1();
        double ascii = quality(small.withTypists(Typists.ASCII), "ASCII").planted().f1();
        double cyrillic = quality(small.withTypists(Typists.CYRILLIC), "Cyrillic").planted().f1();
        assertThat(clean).isGreaterThan(0.9);
        assertThat(ascii).isCloseTo(clean, within(0.02));
        assertThat(cyrillic).isCloseTo(clean, within(0.02));
    }

    @Test
    void scriptsHostsAgentsAndWrongCategoriesMisleadLittle() {
        SeriesQuality found =
                quality(
                        PLAN.withMisleading(new Misleading(1, 0.3, 0.15, 0.05, 0, 0.2)),
                        "where more misleads");
        assertThat(found.planted().precision()).isGreaterThan(0.998);
        assertThat(found.planted().f1()).isGreaterThan(0.93);
        assertThat(found.links().wrong()).isLessThanOrEqualTo(1);
    }

    private static SeriesQuality quality(CountryPlan plan, String what) {
        SeriesQuality found = new SyntheticSeries(plan).quality();
        System.out.println("Planted series, " + what + ": " + found);
        return found;
    }
}
