package az.qalxan.engines.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntheticCountryTest {

    /** Changes only when the country is meant to change. */
    private static final String GOLDEN =
            "081a505255eacf0c1f54e2e544632cae3b5c5b5cc11cc3f3d78cbaa5d3cf8627";

    private static final CountryPlan SMALL = CountryPlan.of(42, 600, Countries.LAST_DAY);

    @Test
    void sameSeedGivesTheGoldenBytes() {
        assertThat(digest(SMALL)).isEqualTo(GOLDEN);
    }

    @Test
    void localeAndZoneOfTheMachineDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(digest(SMALL)).isEqualTo(GOLDEN);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesAnotherCountry() {
        assertThat(digest(CountryPlan.of(43, 600, Countries.LAST_DAY))).isNotEqualTo(GOLDEN);
    }

    @Test
    void everyStreamOfOneCountryIsTheSame() {
        SyntheticCountry country = SyntheticCountry.of(SMALL);
        assertThat(country.reports().toList()).isEqualTo(country.reports().toList());
    }

    @Test
    void reportsAreNumberedInTheOrderOfTheirArrival() {
        assertThat(Countries.DEMO)
                .hasSize(20_000)
                .isSortedAccordingTo(Comparator.comparing(SyntheticReport::reportedAt));
        for (int i = 0; i < Countries.DEMO.size(); i++) {
            assertThat(Countries.DEMO.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void reportsArriveInsideThePlannedDays() {
        CountryPlan plan = CountryPlan.of(7, 20_000, Countries.LAST_DAY);
        Instant from = Instant.ofEpochSecond(BakuTime.at(plan.from().toEpochDay(), 0));
        Instant end = Instant.ofEpochSecond(BakuTime.at(plan.to().toEpochDay() + 1, 0));
        assertThat(Countries.DEMO)
                .allSatisfy(report ->
                        assertThat(report.reportedAt()).isBetween(from, end).isNotEqualTo(end));
    }

    @Test
    void smallestCountryAndOneDayWork() {
        CountryPlan tiny = new CountryPlan(1, 10, Countries.LAST_DAY, Countries.LAST_DAY, 0.9, 1);
        assertThat(Countries.reports(tiny)).hasSize(10);
    }

    @Test
    void plansOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> CountryPlan.of(1, 9, Countries.LAST_DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 were asked for");
        assertThatThrownBy(() -> SMALL.withIdentifierReuse(1.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new CountryPlan(
                                1,
                                100,
                                Countries.LAST_DAY,
                                Countries.LAST_DAY.minusDays(1),
                                0.3,
                                1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoHundredThousandReportsStreamWithoutGrowth() {
        CountryPlan plan = CountryPlan.of(11, 200_000, Countries.LAST_DAY);
        AtomicLong early = new AtomicLong();
        AtomicLong late = new AtomicLong();
        long start = System.nanoTime();
        try (Stream<SyntheticReport> reports = SyntheticCountry.of(plan).reports()) {
            reports.forEach(report -> {
                if (report.number() == 60_000) {
                    early.set(usedBytes());
                } else if (report.number() == 195_000) {
                    late.set(usedBytes());
                }
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "200,000 reports in %.1f s: %.0f a second; heap in use %d MB, then %d MB%n",
                seconds,
                200_000 / seconds,
                early.get() >> 20,
                late.get() >> 20);
        // 135,000 stories alone would take about 100 MB.
        assertThat(late.get() - early.get()).isLessThan(24L << 20);
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String digest(CountryPlan plan) {
        try {
            StringWriter all = new StringWriter();
            StringWriter identifiers = new StringWriter();
            ReportTable table = ReportTable.on(all);
            GroundTruth truth = GroundTruth.on(all, identifiers);
            for (SyntheticReport report : Countries.reports(plan)) {
                table.add(report);
                truth.add(report);
            }
            all.append(identifiers.toString());
            byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
