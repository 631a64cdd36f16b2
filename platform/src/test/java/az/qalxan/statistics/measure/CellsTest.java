package az.qalxan.statistics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.statistics.measure.MeasureCounts.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private final Cells guarded = new Cells(true);
    private final Cells exact = new Cells(false);

    private static Counted counted(long count) {
        return new Counted(count, null, null, null);
    }

    @Test
    void aSmallCellTakesAnotherAlong() {
        Map<String, Counted> counts = new LinkedHashMap<>();
        counts.put("a", counted(40));
        counts.put("b", counted(3));
        counts.put("c", counted(9));
        assertThat(guarded.parts(counts, key -> key))
                .extracting(cell -> cell.key() + " " + cell.value())
                .containsExactly("a Count[count=40]", "b Suppressed[]", "c Suppressed[]");
        assertThat(exact.parts(counts, key -> key))
                .extracting(Measure.Cell::value)
                .contains(new Value.Count(3));
    }

    @Test
    void aRateGivesNeitherASmallPartNorASmallRestAway() {
        assertThat(guarded.rate(3, 50)).isInstanceOf(Value.Suppressed.class);
        assertThat(guarded.rate(47, 50)).isInstanceOf(Value.Suppressed.class);
        assertThat(guarded.rate(0, 3)).isInstanceOf(Value.Suppressed.class);
        assertThat(guarded.rate(25, 50)).isEqualTo(new Value.Rate(25, 50));
        assertThat(guarded.rate(50, 50)).isEqualTo(new Value.Rate(50, 50));
        assertThat(exact.rate(1, 2)).isEqualTo(new Value.Rate(1, 2));
    }

    @Test
    void lengthsOfTimeOfFewAreHidden() {
        assertThat(guarded.hours(new Counted(0, null, null, null))).isNull();
        assertThat(guarded.hours(new Counted(4, null, 7200.0, 9000.0)))
                .isInstanceOf(Value.Suppressed.class);
        assertThat(guarded.hours(new Counted(9, null, 7200.0, 9000.0)))
                .isEqualTo(new Value.Hours(2, null, 9));
        assertThat(guarded.hours(new Counted(10, null, 7200.0, 9000.0)))
                .isEqualTo(new Value.Hours(2, 2.5, 10));
        assertThat(guarded.money(new Counted(4, BigDecimal.TEN, null, null), "AZN"))
                .isInstanceOf(Value.Suppressed.class);
    }

    @Test
    void everybodyAsksForWholeYearsAsKnownAtTheEndOfAMonth() {
        Asked odd =
                new Asked.Typed("2026-03-03", "2026-03-04", "2025", "2026-11-20", "din", "271")
                        .years(TODAY);
        assertThat(odd)
                .isEqualTo(
                        new Asked(
                                Asked.Sight.PUBLIC,
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 12, 31),
                                LocalDate.of(2026, 10, 31),
                                "",
                                ""));
        Asked running = new Asked.Typed(null, null, "2026", "2026-06-30", null, null).years(TODAY);
        assertThat(running.to()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(new Asked.Typed(null, null, "2026", "2025-12-31", null, null).years(TODAY))
                .as("no figures of a year that had not begun")
                .extracting(Asked::from)
                .isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void officialsAskForAnyDayThatIsNotToCome() {
        Asked asked =
                new Asked.Typed("2026-01-05", "2030-01-01", null, "2031-01-01", " din ", "")
                        .days(Asked.Sight.ALL, TODAY);
        assertThat(asked)
                .isEqualTo(
                        new Asked(
                                Asked.Sight.ALL,
                                LocalDate.of(2026, 1, 5),
                                TODAY,
                                TODAY,
                                "din",
                                ""));
        assertThat(new Asked.Typed("x", "y", "z", "w", null, null).days(Asked.Sight.OWN, TODAY))
                .extracting(Asked::to, Asked::known)
                .containsExactly(TODAY, TODAY);
    }
}
