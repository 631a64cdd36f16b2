package az.qalxan.engines.forecast;

/** A forecast, or why there is none. */
public sealed interface ForecastAnswer {

    record Forecasted(Forecast forecast) implements ForecastAnswer {}

    /** The history does not carry it: known observations since the rules changed. */
    record TooShort(int have, int need) implements ForecastAnswer {}

    /**
     * The series is no matter of length.
     *
     * @param at index of the first observation that is the matter, -1 when it is none in particular
     */
    record NotForecastable(Unfit reason, int at) implements ForecastAnswer {}
}
