package az.qalxan.engines.forecast;

/**
 * All methods fitted to the beginning of a series; they may then look ahead from any later point
 * with the parameters that they have.
 */
final class Fits {

    private final int period;
    private final Seasons seasons;
    private final Fitted ses;
    private final Fitted holt;
    private final Fitted damped;
    private final Line line;
    private final Fitted departures;

    private Fits(double[] values, int end, int period, Search search) {
        this.period = period;
        this.seasons = Seasons.of(values, end, period);
        double[] adjusted = seasons.without(values, end);
        this.ses = search.fit(Smoothing.SES, adjusted, end);
        this.holt = search.fit(Smoothing.HOLT, adjusted, end);
        this.damped = search.fit(Smoothing.DAMPED, adjusted, end);
        this.line = Line.through(adjusted, end);
        this.departures = search.fit(Smoothing.SES, doubled(adjusted), end);
    }

    /** Fitted to the values before the index. */
    static Fits of(double[] values, int end, int period) {
        return new Fits(values, end, period, Smoothing::fitUnitless);
    }

    /** Fitted as the benchmarks were that have published figures. */
    static Fits asPublished(double[] values, int period) {
        return new Fits(values, values.length, period, Smoothing::fit);
    }

    private interface Search {
        Fitted fit(Smoothing smoothing, double[] values, int end);
    }

    /** What comes from that index on, if only what stands before it is known. */
    double[] ahead(Method method, double[] values, int end, int horizon) {
        return switch (method) {
            case NAIVE -> last(values, end, 1, horizon);
            case SEASONAL_NAIVE -> last(values, end, period, horizon);
            case NAIVE2 -> seasons.with(last(seasons.without(values, end), end, 1, horizon), end);
            case SES -> smoothed(ses, values, end, horizon);
            case HOLT -> smoothed(holt, values, end, horizon);
            case DAMPED -> smoothed(damped, values, end, horizon);
            case THETA -> theta(values, end, horizon);
            case COMB -> combined(values, end, horizon);
        };
    }

    private double[] smoothed(Fitted fitted, double[] values, int end, int horizon) {
        double[] adjusted = seasons.without(values, end);
        return seasons.with(fitted.after(adjusted, end).ahead(horizon), end);
    }

    private double[] combined(double[] values, int end, int horizon) {
        double[] first = smoothed(ses, values, end, horizon);
        double[] second = smoothed(holt, values, end, horizon);
        double[] third = smoothed(damped, values, end, horizon);
        double[] mean = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            mean[i] = (first[i] + second[i] + third[i]) / 3;
        }
        return mean;
    }

    /** Never below 0 when nothing in the series is. */
    private double[] theta(double[] values, int end, int horizon) {
        double[] adjusted = seasons.without(values, end);
        boolean negative = false;
        for (double one : adjusted) {
            negative |= one < 0;
        }
        double[] ahead = departures.after(doubled(adjusted), end).ahead(horizon);
        for (int i = 0; i < horizon; i++) {
            double theta = (ahead[i] + line.at(end + i)) / 2;
            ahead[i] = negative ? theta : Math.max(0, theta);
        }
        return seasons.with(ahead, end);
    }

    /** Each value as far again from the line as it is. */
    private double[] doubled(double[] adjusted) {
        double[] doubled = new double[adjusted.length];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = 2 * adjusted[i] - line.at(i);
        }
        return doubled;
    }

    /** The last known value of the same season; of any, when that season was never known. */
    private static double[] last(double[] values, int end, int period, int horizon) {
        double[] ahead = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            int at = end - period + i % period;
            while (at >= 0 && Double.isNaN(values[at])) {
                at -= period;
            }
            ahead[i] = at >= 0 ? values[at] : last(values, end);
        }
        return ahead;
    }

    private static double last(double[] values, int end) {
        int at = end - 1;
        while (at > 0 && Double.isNaN(values[at])) {
            at--;
        }
        return values[at];
    }
}
