package az.qalxan.strategy.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.strategy.ReportPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Quarters, years, and the endings that Azerbaijani gives them. */
class ReportPeriodTest {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    @Test
    void quartersAndYearsAreRead() {
        assertThat(ReportPeriod.read(" 2026q3 ")).contains(new ReportPeriod(2026, 3));
        assertThat(ReportPeriod.read("2026")).contains(new ReportPeriod(2026, 0));
        for (String wrong : new String[] {"", "2026Q5", "2026Q0", "1999", "2026-07", "x"}) {
            assertThat(ReportPeriod.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aPeriodIsWholeDaysOfTheCountry() {
        ReportPeriod third = new ReportPeriod(2026, 3);
        assertThat(third.from()).isEqualTo("2026-07-01");
        assertThat(third.lastDay()).isEqualTo("2026-09-30");
        assertThat(third.begins(BAKU)).isEqualTo("2026-06-30T20:00:00Z");
        assertThat(third.ends(BAKU)).isEqualTo("2026-09-30T20:00:00Z");
        assertThat(new ReportPeriod(2026, 0).lastDay()).isEqualTo("2026-12-31");
        assertThat(new ReportPeriod(2026, 1).before()).isEqualTo(new ReportPeriod(2025, 4));
        assertThat(new ReportPeriod(2026, 0).before()).isEqualTo(new ReportPeriod(2025, 0));
    }

    @Test
    void theLastQuarterIsTheOneThatIsOver() {
        assertThat(ReportPeriod.lastBefore(LocalDate.of(2026, 11, 27)).code()).isEqualTo("2026Q3");
        assertThat(ReportPeriod.lastBefore(LocalDate.of(2026, 1, 1)).code()).isEqualTo("2025Q4");
        assertThat(ReportPeriod.lastBefore(LocalDate.of(2026, 12, 31)).code()).isEqualTo("2026Q3");
        assertThat(ReportPeriod.lastBefore(LocalDate.of(2027, 5, 31)).code()).isEqualTo("2027Q1");
    }

    @Test
    void aYearEndsAsItSounds() {
        String endings =
                "2020 ci 2021 ci 2022 ci 2023 cü 2024 cü 2025 ci 2026 cı 2027 ci 2028 ci 2029 cu"
                        + " 2030 cu 2040 cı 2050 ci 2010 cu 2060 cı";
        String[] words = endings.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            assertThat(PlanReportView.ending(Integer.parseInt(words[i])))
                    .as(words[i])
                    .isEqualTo(words[i + 1]);
        }
    }
}
