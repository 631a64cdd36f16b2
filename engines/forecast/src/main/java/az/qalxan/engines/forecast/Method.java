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
    COMB
}
