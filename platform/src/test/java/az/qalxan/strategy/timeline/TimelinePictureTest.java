package az.qalxan.strategy.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanMeasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where bars stand, and that an open period is drawn as one. */
class TimelinePictureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    static PlanMeasure measure(String code, Span span) {
        Words name = new Words("Qurum", "Body");
        return new PlanMeasure(
                new Measure(
                        new MeasureCode(code), 1, null, "", "Q", List.of(), span, Map.of(), null),
                new Words("Tədbir " + code, "Measure " + code),
                new PlanBody("Q", null, "Q", name, false, null),
                List.of());
    }

    private static Span range(int from, int until) {
        return new Span(from + " – " + until, Span.Kind.RANGE, from, until);
    }

    private static Span open() {
        return new Span("mütəmadi", Span.Kind.ONGOING, null, null);
    }

    @Test
    void theAxisCoversEveryYearThatAPeriodNamesAndToday() {
        assertThat(Years.of(List.of(range(2024, 2025), open()), LocalDate.of(2023, 8, 28), TODAY))
                .isEqualTo(new Years(2023, 2026));
        assertThat(Years.of(List.of(range(2021, 2030)), null, TODAY))
                .isEqualTo(new Years(2021, 2030));
        assertThat(Years.of(List.of(range(1000, 9999)), null, TODAY).count()).isEqualTo(40);
    }

    @Test
    void aDayLiesWhereItsShareOfTheYearsIs() {
        Years years = new Years(2023, 2026);
        assertThat(years.share(LocalDate.of(2023, 1, 1))).isZero();
        assertThat(years.share(LocalDate.of(2027, 1, 1))).isEqualTo(1);
        assertThat(years.share(LocalDate.of(2025, 1, 1))).isBetween(0.499, 0.501);
        assertThat(years.share(LocalDate.of(2000, 1, 1))).isZero();
    }

    @Test
    void aPeriodWithoutAnEndHasABrokenEdgeAndAnArrowAndNoEnd() {
        Years years = new Years(2023, 2027);
        String closed = picture(List.of(measure("8.1.1.1", range(2023, 2024))), years);
        String open = picture(List.of(measure("8.1.1.2", open())), years);
        int broken = count(closed, "stroke-dasharray");
        assertThat(count(open, "stroke-dasharray")).isEqualTo(broken + 2);
        assertThat(open).contains("<polyline class=\"fill-petrol");
        assertThat(closed).doesNotContain("<polyline class=\"fill-petrol");
        double end = Layout.WIDE.at(years.share(LocalDate.of(2025, 1, 1)));
        assertThat(closed)
                .contains(
                        "width=\"%s\""
                                .formatted(
                                        Math.round((end - Layout.WIDE.axisFrom()) * 100) / 100.0));
    }

    @Test
    void eachMeasureLeadsToItsPage() {
        String picture = picture(List.of(measure("8.1.1.1", open())), new Years(2023, 2027));
        assertThat(picture).contains("href=\"/strategy/measures/8.1.1.1\"", "Tədbir 8.1.1.1");
    }

    private static String picture(List<PlanMeasure> measures, Years years) {
        return TimelinePicture.wide(
                        Bar.of(measures, Map.of()),
                        years,
                        new TimelinePicture.Day(TODAY, "bu gün"),
                        az.qalxan.web.TestTexts.az())
                .onPage("x");
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
