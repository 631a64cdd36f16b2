package az.qalxan.engines.forecast;

/**
 * Exponential smoothing with its parameters found: level and trend before the first observation,
 * and how much each error moves them.
 *
 * @param phi how much of the trend is left after one step; 1 when it does not fade
 */
record Fitted(double alpha, double beta, double phi, double level, double trend) {

    Fitted times(double unit) {
        return new Fitted(alpha, beta, phi, level * unit, trend * unit);
    }

    /** Level and trend after the observations before the index; unknown ones move nothing. */
    State after(double[] values, int end) {
        double nowLevel = level;
        double nowTrend = trend;
        for (int i = 0; i < end; i++) {
            double expected = nowLevel + phi * nowTrend;
            double error = Double.isNaN(values[i]) ? 0 : values[i] - expected;
            nowLevel = expected + alpha * error;
            nowTrend = phi * nowTrend + beta * error;
        }
        return new State(nowLevel, nowTrend, phi);
    }

    /** Sum of the squared errors one step ahead. */
    double squares(double[] values, int end) {
        double nowLevel = level;
        double nowTrend = trend;
        double sum = 0;
        for (int i = 0; i < end; i++) {
            double expected = nowLevel + phi * nowTrend;
            double error = Double.isNaN(values[i]) ? 0 : values[i] - expected;
            sum += error * error;
            nowLevel = expected + alpha * error;
            nowTrend = phi * nowTrend + beta * error;
        }
        return sum;
    }

    /** Where smoothing stands after the last observation. */
    record State(double level, double trend, double phi) {

        double[] ahead(int horizon) {
            double[] ahead = new double[horizon];
            double kept = phi;
            double sum = 0;
            for (int i = 0; i < horizon; i++) {
                sum += kept;
                kept *= phi;
                ahead[i] = level + trend * sum;
            }
            return ahead;
        }
    }
}
