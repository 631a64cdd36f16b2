package az.qalxan.engines.forecast;

/** The ways of looking ahead, the simplest first; as the M4 competition defines its benchmarks. */
public enum Method {
    /** The last value. */
    NAIVE,
    /** The value of one season ago. */
    SEASONAL_NAIVE,
    /** The last value of the seasonally adjusted series. */
    NAIVE2,
    /** Simple exponential smoothing. */
    SES,
    /** Holt's linear trend. */
    HOLT,
    /** Holt's trend that fades. */
    DAMPED,
    /** The mean of a straight line and of smoothed, doubled departures from it. */
    THETA,
    /** The mean of SES, HOLT and DAMPED. */
    COMB;

    boolean needsSeason() {
        return this == SEASONAL_NAIVE || this == NAIVE2;
    }

    /**
     * What this method expects after known values, without interval and without judging itself:
     * searched for as the published benchmarks were, so that their figures come out.
     *
     * @throws IllegalArgumentException when a value is no finite number or there is none
     */
    public double[] ahead(double[] values, int period, int horizon) {
        for (double one : values) {
            if (!Double.isFinite(one)) {
                throw new IllegalArgumentException(one + " cannot be reckoned with");
            }
        }
        if (values.length == 0 || period < 1 || horizon < 1 || horizon > Forecasts.HORIZON_MAX) {
            throw new IllegalArgumentException(
                    "%d values, period %d, horizon %d; at least 1 value, period 1, horizon 1 to %d"
                            .formatted(values.length, period, horizon, Forecasts.HORIZON_MAX));
        }
        return Fits.asPublished(values, period).ahead(this, values, values.length, horizon);
    }
}
