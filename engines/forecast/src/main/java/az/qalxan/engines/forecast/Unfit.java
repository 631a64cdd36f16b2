package az.qalxan.engines.forecast;

/** Why a series cannot be forecast, whatever its length. */
public enum Unfit {
    /** A value is infinite or not a number. */
    NOT_A_NUMBER,
    /** A value is too large to be reckoned with: beyond 10^15 either way. */
    TOO_LARGE,
    /** A value lies outside the range of the figure. */
    OUT_OF_RANGE,
    /** More observations than are reckoned with. */
    TOO_LONG,
    /** More than a third of the observations are unknown. */
    TOO_MANY_UNKNOWN,
    /** So many of the last observations are unknown that the way ahead with them is too long. */
    LATEST_UNKNOWN
}
