package az.qalxan.engines.forecast;

import org.jspecify.annotations.Nullable;

/**
 * How the whole procedure, choice of the method included, would have done at past moments of the
 * same series, each time with nothing but what was known then.
 *
 * @param origins past moments from which it looked ahead
 * @param smape symmetric mean absolute percentage error, 0 to 200
 * @param mase mean absolute error in units of the error of the seasonal naive method in the
 *     history; null when the history never changed, so that there is no unit
 * @param msis mean scaled interval score at the forecast's level, null likewise
 * @param coverage share of later observations that lay in their interval
 * @param coverageLow with coverageHigh the 95 % confidence band of the coverage, Wilson's, which
 *     counts origins, because observations seen from one origin are not independent
 */
public record BackTest(
        int origins,
        double smape,
        @Nullable Double mase,
        @Nullable Double msis,
        double coverage,
        double coverageLow,
        double coverageHigh) {

    /** False when the past tells that intervals of that level are too narrow here. */
    public boolean bears(double level) {
        return coverageHigh >= level;
    }
}
