package az.qalxan.engines.forecast;

/**
 * What a history allows.
 *
 * @param first index of the first observation that is looked ahead to in the past
 */
record Plan(int period, int horizon, double level, Range range, int first) {

    /** Observations before the first look ahead. */
    private static final int HISTORY_MIN = 8;

    private static final int CYCLES_MIN = 2;

    /** Past moments at least on which an interval is judged that did not know them. */
    private static final int JUDGED_MIN = 5;

    /** With the season when the history bears it, else without. */
    static Plan of(Series series, int length, int horizon, double level) {
        int period = series.period();
        int first = Math.max(HISTORY_MIN, CYCLES_MIN * period);
        if (period > 1 && length < need(first, horizon, level)) {
            return new Plan(1, horizon, level, series.range(), HISTORY_MIN);
        }
        return new Plan(period, horizon, level, series.range(), first);
    }

    static int need(int horizon, double level) {
        return need(HISTORY_MIN, horizon, level);
    }

    private static int need(int first, int horizon, double level) {
        return first + errorsMin(level) + horizon + JUDGED_MIN - 1;
    }

    /** With fewer errors than this not even the largest of them bounds the level's share. */
    static int errorsMin(double level) {
        return (int) Math.ceil(level / (1 - level) - 1e-9);
    }

    int errorsMin() {
        return errorsMin(level);
    }

    double[] held(double[] ahead) {
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = range.hold(ahead[i]);
        }
        return ahead;
    }
}
