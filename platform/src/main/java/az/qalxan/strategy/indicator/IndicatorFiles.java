package az.qalxan.strategy.indicator;

import az.qalxan.engines.forecast.BackTest;
import az.qalxan.engines.forecast.Forecast;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.indicator.IndicatorReading.Point;
import az.qalxan.strategy.indicator.IndicatorReading.Reading;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Indicators for programs and spreadsheets. */
@Component
class IndicatorFiles {

    private static final List<String> LIST =
            List.of(
                    "code",
                    "name",
                    "unit",
                    "period",
                    "value",
                    "unknown_because",
                    "true_on",
                    "by_hand",
                    "baseline",
                    "target",
                    "target_on",
                    "direction",
                    "owner",
                    "measures",
                    "own_proposal");
    private static final List<String> VALUES =
            List.of(
                    "code", "period", "from", "to", "value", "low", "high", "what", "unit",
                    "target");

    /**
     * An indicator as programs read it.
     *
     * @param value null when it is unknown; {@code unknown} then says why
     * @param byHand whether a person entered the value
     * @param ownProposal whether no body agreed to the definition yet
     * @param forecast null where the history does not carry one
     */
    record ToldIndicator(
            String code,
            Words name,
            String unit,
            String direction,
            String step,
            String period,
            @Nullable BigDecimal value,
            @Nullable Words unknown,
            @Nullable LocalDate trueOn,
            boolean byHand,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetOn,
            @Nullable String formula,
            String owner,
            List<String> measures,
            List<String> aims,
            boolean ownProposal,
            List<ToldPoint> history,
            @Nullable ToldForecast forecast) {}

    /** A period of the past. */
    record ToldPoint(String period, @Nullable BigDecimal value, boolean byHand) {}

    /** What is expected, and how such looks ahead did in the past of the same series. */
    record ToldForecast(String method, double level, List<ToldStep> steps, BackTest test) {}

    /** An expected value with its interval. */
    record ToldStep(String period, double point, double low, double high) {}

    List<ToldIndicator> told(IndicatorPages.ListPage page) {
        return page.rows().stream().map(row -> told(row.reading(), null, null)).toList();
    }

    ToldIndicator told(IndicatorPages.Page page) {
        return told(
                page.reading(),
                page.definition().formula(),
                page.outlook()
                        .forecast()
                        .map(one -> forecast(one, page.reading().period()))
                        .orElse(null));
    }

    private static ToldForecast forecast(Forecast forecast, FigurePeriod last) {
        List<ToldStep> steps = new ArrayList<>();
        for (int i = 0; i < forecast.steps().size(); i++) {
            var step = forecast.steps().get(i);
            steps.add(
                    new ToldStep(
                            last.before(-i - 1).code(), step.point(), step.low(), step.high()));
        }
        return new ToldForecast(
                forecast.method().name().toLowerCase(Locale.ROOT),
                forecast.level(),
                steps,
                forecast.test());
    }

    static ToldIndicator told(
            IndicatorReading reading, @Nullable String formula, @Nullable ToldForecast forecast) {
        @Nullable BigDecimal value = null;
        @Nullable Words unknown = null;
        @Nullable LocalDate trueOn = null;
        boolean byHand = false;
        switch (reading.value()) {
            case Reading.Known known -> {
                value = known.value();
                trueOn = known.trueOn();
                byHand = known.byHand();
            }
            case Reading.Unknown why -> unknown = why.reason();
        }
        return new ToldIndicator(
                reading.code(),
                reading.name(),
                reading.unit().code(),
                reading.direction().code(),
                reading.period().step().code(),
                reading.period().code(),
                value,
                unknown,
                trueOn,
                byHand,
                reading.baseline(),
                reading.target(),
                reading.targetOn(),
                formula,
                reading.owner(),
                reading.measures().stream().map(MeasureCode::value).toList(),
                reading.aims(),
                reading.ofPack(),
                reading.history().stream()
                        .map(one -> new ToldPoint(one.period().code(), one.value(), one.byHand()))
                        .toList(),
                forecast);
    }

    String list(IndicatorPages.ListPage page, Text text) {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, LIST)) {
            for (ToldIndicator one : told(page)) {
                csv.row(
                        Arrays.asList(
                                one.code(),
                                one.name().in(text.language().code()),
                                text.of("figure.unit." + one.unit()),
                                one.period(),
                                plain(one.value()),
                                one.unknown() == null
                                        ? ""
                                        : one.unknown().in(text.language().code()),
                                one.trueOn(),
                                one.byHand(),
                                plain(one.baseline()),
                                plain(one.target()),
                                one.targetOn(),
                                one.direction(),
                                one.owner(),
                                String.join(" ", one.measures()),
                                one.ownProposal()));
            }
        }
        return out.toString();
    }

    /** What was said and what is expected, a line for each period. */
    String values(IndicatorPages.Page page, Text text) {
        StringBuilder out = new StringBuilder();
        IndicatorReading reading = page.reading();
        String unit = text.of("figure.unit." + reading.unit().code());
        @Nullable Object target = plain(reading.target());
        try (CsvDownload csv = new CsvDownload(out, VALUES)) {
            for (Point one : reading.history()) {
                String what =
                        one.value() == null ? "unknown" : one.byHand() ? "by hand" : "computed";
                csv.row(
                        row(
                                reading,
                                one.period(),
                                plain(one.value()),
                                null,
                                null,
                                what,
                                unit,
                                target));
            }
            page.outlook()
                    .forecast()
                    .ifPresent(forecast -> {
                        for (int i = 0; i < forecast.steps().size(); i++) {
                            var step = forecast.steps().get(i);
                            csv.row(
                                    row(
                                            reading,
                                            reading.period().before(-i - 1),
                                            rounded(step.point()),
                                            rounded(step.low()),
                                            rounded(step.high()),
                                            "expected",
                                            unit,
                                            target));
                        }
                    });
        }
        return out.toString();
    }

    private static List<@Nullable Object> row(
            IndicatorReading reading, FigurePeriod period, @Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(reading.code());
        row.add(period.code());
        row.add(period.from());
        row.add(period.lastDay());
        row.addAll(Arrays.asList(cells));
        return row;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_UP);
    }

    /** A number and no text, so that a negative one is not taken for a formula. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0
                ? value == null ? null : BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
