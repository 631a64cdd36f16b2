package az.qalxan.engines.forecast;

import java.util.Arrays;

/**
 * What each season adds to a series or multiplies it with: classical decomposition by centred
 * moving averages, if the autocorrelation at the season's lag is significant at 90 %.
 */
final class Seasons {

    private static final double CRITICAL = 1.645;
    private static final int CYCLES_MIN = 3;

    /** A season that leaves less of the mean than this is no factor to divide by. */
    private static final double FIGURE_MIN = 1e-4;

    /** One for each season, the first for index 0; nought when there is no season. */
    private final double[] figures;

    private final boolean multiplying;

    private Seasons(double[] figures, boolean multiplying) {
        this.figures = figures;
        this.multiplying = multiplying;
    }

    static Seasons of(double[] values, int end, int period) {
        boolean multiplying = allPositive(values, end);
        if (period > 1 && end >= CYCLES_MIN * period && significant(values, end, period)) {
            double[] figures = figures(values, end, period, multiplying);
            if (figures.length > 0 && (!multiplying || least(figures) >= FIGURE_MIN)) {
                return new Seasons(figures, multiplying);
            }
        }
        return none(period);
    }

    private static Seasons none(int period) {
        return new Seasons(new double[period], false);
    }

    boolean multiplying() {
        return multiplying;
    }

    double[] without(double[] values, int end) {
        double[] adjusted = new double[end];
        for (int i = 0; i < end; i++) {
            double figure = figures[i % figures.length];
            adjusted[i] = multiplying ? values[i] / figure : values[i] - figure;
        }
        return adjusted;
    }

    /** Puts the seasons back into what is expected from that index on. */
    double[] with(double[] ahead, int end) {
        double[] seasonal = new double[ahead.length];
        for (int i = 0; i < ahead.length; i++) {
            double figure = figures[(end + i) % figures.length];
            seasonal[i] = multiplying ? ahead[i] * figure : ahead[i] + figure;
        }
        return seasonal;
    }

    private static double least(double[] figures) {
        return Arrays.stream(figures).min().orElseThrow();
    }

    private static boolean allPositive(double[] values, int end) {
        for (int i = 0; i < end; i++) {
            if (values[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Bartlett's limit for the autocorrelation at the season's lag. */
    private static boolean significant(double[] values, int end, int period) {
        double mean = mean(values, end);
        double variance = products(values, end, 0, mean);
        if (!(variance > 0)) {
            return false;
        }
        double squares = 1;
        for (int lag = 1; lag < period; lag++) {
            double correlation = products(values, end, lag, mean) / variance;
            squares += 2 * correlation * correlation;
        }
        double correlation = products(values, end, period, mean) / variance;
        return Math.abs(correlation) > CRITICAL * Math.sqrt(squares / Line.known(values, end));
    }

    private static double mean(double[] values, int end) {
        double sum = 0;
        for (int i = 0; i < end; i++) {
            sum += Double.isNaN(values[i]) ? 0 : values[i];
        }
        return sum / Line.known(values, end);
    }

    private static double products(double[] values, int end, int lag, double mean) {
        double sum = 0;
        for (int i = lag; i < end; i++) {
            double product = (values[i] - mean) * (values[i - lag] - mean);
            sum += Double.isNaN(product) ? 0 : product;
        }
        return sum;
    }

    /** Empty when some season is never seen beside a whole cycle of known values. */
    private static double[] figures(double[] values, int end, int period, boolean multiplying) {
        double[] sums = new double[period];
        int[] seen = new int[period];
        for (int i = period / 2; i + period / 2 < end; i++) {
            double average = average(values, i, period);
            double departure = multiplying ? values[i] / average : values[i] - average;
            if (!Double.isNaN(departure)) {
                sums[i % period] += departure;
                seen[i % period]++;
            }
        }
        if (Arrays.stream(seen).anyMatch(one -> one == 0)) {
            return new double[0];
        }
        for (int i = 0; i < period; i++) {
            sums[i] /= seen[i];
        }
        double middle = Arrays.stream(sums).average().orElseThrow();
        return Arrays.stream(sums).map(one -> multiplying ? one / middle : one - middle).toArray();
    }

    /** Over one cycle around the index; its ends count half when the cycle is even. */
    private static double average(double[] values, int at, int period) {
        int half = period / 2;
        double sum = 0;
        for (int i = at - half; i <= at + half; i++) {
            boolean end = period % 2 == 0 && (i == at - half || i == at + half);
            sum += end ? values[i] / 2 : values[i];
        }
        return sum / period;
    }
}
