package az.qalxan.engines.forecast;

import az.qalxan.engines.forecast.ForecastAnswer.NotForecastable;
import az.qalxan.engines.forecast.Observation.Known;
import java.util.List;
import java.util.Optional;

/** Whether a series can be reckoned with at all. */
final class Fitness {

    private static final double SIZE_MAX = 1e15;

    private Fitness() {}

    static Optional<NotForecastable> of(Series series, int horizon) {
        List<Observation> all = series.observations();
        if (all.size() > Forecasts.LENGTH_MAX || series.period() > Forecasts.LENGTH_MAX) {
            return Optional.of(new NotForecastable(Unfit.TOO_LONG, Forecasts.LENGTH_MAX));
        }
        for (int i = series.rulesSince(); i < all.size(); i++) {
            if (all.get(i) instanceof Known(double value)) {
                Optional<Unfit> unfit = of(value, series.range());
                if (unfit.isPresent()) {
                    return Optional.of(new NotForecastable(unfit.get(), i));
                }
            }
        }
        return of(History.of(series), horizon);
    }

    private static Optional<Unfit> of(double value, Range range) {
        if (!Double.isFinite(value)) {
            return Optional.of(Unfit.NOT_A_NUMBER);
        }
        if (Math.abs(value) > SIZE_MAX) {
            return Optional.of(Unfit.TOO_LARGE);
        }
        return range.holds(value) ? Optional.empty() : Optional.of(Unfit.OUT_OF_RANGE);
    }

    private static Optional<NotForecastable> of(History history, int horizon) {
        if (history.known() * 3 < history.values().length * 2) {
            return Optional.of(new NotForecastable(Unfit.TOO_MANY_UNKNOWN, -1));
        }
        if (history.known() > 0 && history.latestUnknown() + horizon > Forecasts.HORIZON_MAX) {
            return Optional.of(new NotForecastable(Unfit.LATEST_UNKNOWN, -1));
        }
        return Optional.empty();
    }
}
