package az.qalxan.strategy.indicator;

import az.qalxan.engines.forecast.Forecast;
import az.qalxan.engines.forecast.ForecastAnswer;
import az.qalxan.engines.forecast.Forecasts;
import az.qalxan.engines.forecast.Observation;
import az.qalxan.engines.forecast.Range;
import az.qalxan.engines.forecast.Series;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.strategy.indicator.IndicatorReading.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an indicator probably goes on, and how such looks ahead did in its own past. */
record Outlook(ForecastAnswer answer, FigurePeriod last) {

    /** The share of later values that an interval is to hold. */
    static final double LEVEL = 0.8;

    /**
     * Looks ahead from the last period that was over.
     *
     * @param formula what it is worked out by; tells which values it can take
     */
    static Outlook of(IndicatorReading reading, String formula) {
        List<Observation> observations = new ArrayList<>();
        Map<FigurePeriod, BigDecimal> known = new HashMap<>();
        @Nullable FigurePeriod first = null;
        for (Point point : reading.history()) {
            BigDecimal value = point.value();
            if (value != null) {
                known.put(point.period(), value);
                first = first == null ? point.period() : first;
            }
        }
        FigurePeriod last = reading.period();
        for (FigurePeriod one = first;
                one != null && one.compareTo(last) <= 0;
                one = one.before(-1)) {
            BigDecimal value = known.get(one);
            observations.add(
                    value == null ? Observation.UNKNOWN : Observation.of(value.doubleValue()));
        }
        Series series =
                new Series(observations, last.step().ofYear())
                        .within(range(reading.unit(), formula));
        return new Outlook(Forecasts.of(series, horizon(last.step()), LEVEL), last);
    }

    /** How far ahead is looked: half a year by months, a year by quarters, two years by years. */
    static int horizon(Step step) {
        return switch (step) {
            case MONTH -> 6;
            case QUARTER -> 4;
            case YEAR -> 2;
        };
    }

    private static Range range(Unit unit, String formula) {
        if (formula.startsWith("share(")) {
            return Range.PERCENT;
        }
        boolean signed = formula.contains("-") || formula.contains("change(");
        return signed || unit == Unit.PERCENT ? Range.ANY : Range.COUNT;
    }

    Optional<Forecast> forecast() {
        return answer instanceof ForecastAnswer.Forecasted(Forecast forecast)
                ? Optional.of(forecast)
                : Optional.empty();
    }
}
