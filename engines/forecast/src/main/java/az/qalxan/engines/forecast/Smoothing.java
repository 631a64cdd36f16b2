package az.qalxan.engines.forecast;

/**
 * The three kinds of exponential smoothing and how their parameters are found: those that make the
 * mean squared error one step ahead least, start values included, as the benchmarks of the M4
 * competition do (bounds and start of the search of Hyndman's exponential smoothing).
 */
enum Smoothing {
    SES(false, false),
    HOLT(true, false),
    DAMPED(true, true);

    private static final double SHARE_MIN = 1e-4;
    private static final double SHARE_MAX = 0.9999;
    private static final double PHI_MIN = 0.8;
    private static final double PHI_MAX = 0.98;
    private static final int START_OBSERVATIONS = 10;

    /** So many observations more than parameters are needed to fit the start values as well. */
    private static final int BEYOND_PARAMETERS = 4;

    private final boolean trended;
    private final boolean fading;

    Smoothing(boolean trended, boolean fading) {
        this.trended = trended;
        this.fading = fading;
    }

    /** As published: the search starts with steps that depend on the unit of the values. */
    Fitted fit(double[] values, int end) {
        return tooShort(values, end)
                ? ShortFit.of(values, end, trended)
                : fitted(search(values, end, start(values, end)));
    }

    /**
     * The same whatever the unit of the values: the search sees them with a mean size of 1, and
     * starts again where it ended.
     */
    Fitted fitUnitless(double[] values, int end) {
        if (tooShort(values, end)) {
            return ShortFit.of(values, end, trended);
        }
        double unit = size(values, end);
        double[] scaled = new double[end];
        for (int i = 0; i < end; i++) {
            scaled[i] = values[i] / unit;
        }
        double[] found = search(scaled, end, start(scaled, end));
        return fitted(search(scaled, end, found)).times(unit);
    }

    private double[] search(double[] values, int end, double[] start) {
        double known = Line.known(values, end);
        return Simplex.minimum(
                at -> allowed(at) ? fitted(at).squares(values, end) / known : Double.NaN, start);
    }

    private boolean tooShort(double[] values, int end) {
        return Line.known(values, end) <= parameters() + BEYOND_PARAMETERS;
    }

    /** The mean size of the known values, 1 when they are all nought. */
    private static double size(double[] values, int end) {
        double sizes = 0;
        for (int i = 0; i < end; i++) {
            sizes += Double.isNaN(values[i]) ? 0 : Math.abs(values[i]);
        }
        return sizes == 0 ? 1 : sizes / Line.known(values, end);
    }

    private int parameters() {
        return 2 + (trended ? 2 : 0) + (fading ? 1 : 0);
    }

    private Fitted fitted(double[] at) {
        if (!trended) {
            return new Fitted(at[0], 0, 1, at[1], 0);
        }
        return fading
                ? new Fitted(at[0], at[1], at[2], at[3], at[4])
                : new Fitted(at[0], at[1], 1, at[2], at[3]);
    }

    private boolean allowed(double[] at) {
        if (at[0] < SHARE_MIN || at[0] > SHARE_MAX) {
            return false;
        }
        if (trended && (at[1] < SHARE_MIN || at[1] > at[0] || at[1] > SHARE_MAX)) {
            return false;
        }
        return !fading || (at[2] >= PHI_MIN && at[2] <= PHI_MAX);
    }

    private double[] start(double[] values, int end) {
        double alpha = SHARE_MIN + 0.2 * (SHARE_MAX - SHARE_MIN);
        double beta = SHARE_MIN + 0.1 * (alpha - SHARE_MIN);
        double phi = PHI_MIN + 0.99 * (PHI_MAX - PHI_MIN);
        if (!trended) {
            return new double[] {alpha, firstMean(values, end)};
        }
        Line line = Line.through(values, Math.min(START_OBSERVATIONS, end));
        double level = line.at(-1);
        double trend = line.slope();
        if (Math.abs(level + trend) < 1e-8) {
            level *= 1.001;
            trend *= 0.999;
        }
        return fading
                ? new double[] {alpha, beta, phi, level, trend}
                : new double[] {alpha, beta, level, trend};
    }

    private static double firstMean(double[] values, int end) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < end && (i < START_OBSERVATIONS || known == 0); i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                known++;
            }
        }
        return sum / known;
    }
}
