package az.qalxan.engines.forecast;

/**
 * Smoothing of so few observations that start values cannot be fitted as well: level and trend
 * start with the first two observations, and only what an error moves is searched, downhill from
 * where the published rolling origins of Hyndman and Athanasopoulos start.
 */
final class ShortFit {

    private static final double ALPHA_START = 0.2;
    private static final double SHARE_START = 0.1;
    private static final double STEP_START = 0.05;
    private static final double STEP_MIN = 1e-9;
    private static final int MOVES_MAX = 20_000;

    private ShortFit() {}

    static Fitted of(double[] values, int end, boolean trended) {
        int first = known(values, end, 0);
        double level = first < end ? values[first] : 0;
        double trend = 0;
        if (trended) {
            int second = known(values, end, first + 1);
            trend = second < end ? (values[second] - level) / (second - first) : 0;
        }
        return search(values, end, new Fitted(0, 0, 1, level, trend), trended);
    }

    private static Fitted search(double[] values, int end, Fitted from, boolean trended) {
        double alpha = ALPHA_START;
        double beta = trended ? SHARE_START * ALPHA_START : 0;
        double least = squares(values, end, from, alpha, beta);
        double step = STEP_START;
        for (int moves = 0; step >= STEP_MIN && moves < MOVES_MAX; moves++) {
            boolean moved = false;
            for (int side = 0; side < (trended ? 4 : 2); side++) {
                double by = side % 2 == 0 ? step : -step;
                double toAlpha = Math.clamp(alpha + (side < 2 ? by : 0), 0, 1);
                double toBeta = Math.clamp(beta + (side < 2 ? 0 : by), 0, 1);
                double squares = squares(values, end, from, toAlpha, toBeta);
                if (squares < least) {
                    least = squares;
                    alpha = toAlpha;
                    beta = toBeta;
                    moved = true;
                }
            }
            step = moved ? step : step / 2;
        }
        return with(from, alpha, beta);
    }

    private static double squares(
            double[] values, int end, Fitted from, double alpha, double beta) {
        return with(from, alpha, beta).squares(values, end);
    }

    /** The trend moves by a share of what the level moves by. */
    private static Fitted with(Fitted from, double alpha, double share) {
        return new Fitted(alpha, alpha * share, 1, from.level(), from.trend());
    }

    private static int known(double[] values, int end, int from) {
        int at = from;
        while (at < end && Double.isNaN(values[at])) {
            at++;
        }
        return at;
    }
}
