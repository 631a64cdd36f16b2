package az.qalxan.engines.forecast;

/** Looks ahead in a series. */
public final class Forecasts {

    public static final int LENGTH_MAX = 5_000;
    public static final int HORIZON_MAX = 60;

    private Forecasts() {}

    /**
     * @param horizon how many observations to look ahead, 1 to {@link #HORIZON_MAX}
     * @param level of the intervals, 0.5 to 0.99
     */
    public static ForecastAnswer of(Series series, int horizon, double level) {
        if (horizon < 1 || horizon > HORIZON_MAX || !(level >= 0.5 && level <= 0.99)) {
            throw new IllegalArgumentException(
                    "horizon %d, level %s; 1 to %d and 0.5 to 0.99 are allowed"
                            .formatted(horizon, level, HORIZON_MAX));
        }
        return new ForecastAnswer.TooShort(0, need(horizon, level));
    }

    /** Known observations that a forecast needs at least. */
    public static int need(int horizon, double level) {
        return 8 + horizon + (int) Math.ceil(level / (1 - level));
    }
}
