package az.qalxan.engines.forecast;

import az.qalxan.engines.forecast.ForecastAnswer.Forecasted;
import az.qalxan.engines.forecast.ForecastAnswer.NotForecastable;
import az.qalxan.engines.forecast.ForecastAnswer.TooShort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks ahead in a series. */
public final class Forecasts {

    public static final int LENGTH_MAX = 5_000;
    public static final int HORIZON_MAX = 60;

    private Forecasts() {}

    /**
     * How the series probably goes on, or why that is not said.
     *
     * @param horizon how many observations to look ahead, 1 to {@link #HORIZON_MAX}
     * @param level of the intervals, 0.5 to 0.99
     */
    public static ForecastAnswer of(Series series, int horizon, double level) {
        check(horizon, level);
        Optional<NotForecastable> unfit = Fitness.of(series, horizon);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        History history = History.of(series);
        int steps = horizon + history.latestUnknown();
        int need = need(steps, level);
        if (history.known() < need) {
            return new TooShort(history.known(), need);
        }
        Plan plan = Plan.of(series, history.values().length, steps, level);
        return ahead(history, plan)
                .<ForecastAnswer>map(Forecasted::new)
                .orElse(new TooShort(history.known(), history.known() + 1));
    }

    /** Known observations under today's rules that a forecast needs at least. */
    public static int need(int horizon, double level) {
        check(horizon, level);
        return Plan.need(horizon, level);
    }

    private static void check(int horizon, double level) {
        if (horizon < 1 || horizon > HORIZON_MAX || !(level >= 0.5 && level <= 0.99)) {
            throw new IllegalArgumentException(
                    "horizon %d, level %s; 1 to %d and 0.5 to 0.99 are allowed"
                            .formatted(horizon, level, HORIZON_MAX));
        }
    }

    /** Empty when so much is unknown that the errors do not suffice for an interval. */
    private static Optional<Forecast> ahead(History history, Plan plan) {
        double[] values = history.values();
        int end = values.length;
        RollingOrigins past = RollingOrigins.of(values, plan);
        Widths widths = new Widths(past, plan);
        Method method = past.best(end);
        double[] width = widths.at(method, end);
        if (width.length == 0) {
            return Optional.empty();
        }
        double[] point =
                plan.held(
                        Fits.of(values, end, plan.period())
                                .ahead(method, values, end, plan.horizon()));
        List<Step> steps = new ArrayList<>();
        for (int i = history.latestUnknown(); i < plan.horizon(); i++) {
            steps.add(Judging.step(plan, point[i], width[i]));
        }
        return Judging.of(values, past, plan, widths)
                .map(test ->
                        new Forecast(
                                method,
                                steps,
                                plan.level(),
                                plan.period(),
                                history.known(),
                                test,
                                scores(past, end)));
    }

    private static List<MethodScore> scores(RollingOrigins past, int end) {
        return past.methods().stream()
                .map(one -> new MethodScore(one, past.meanError(one, end)))
                .sorted(Comparator.comparingDouble(MethodScore::error))
                .toList();
    }
}
