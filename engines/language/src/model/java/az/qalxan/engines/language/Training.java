package az.qalxan.engines.language;

import java.util.Arrays;

/** Learns the weights of n-grams: multinomial logistic regression by AdaGrad. */
final class Training {

    private static final double STEP = 0.5;
    private static final double STEP_AT_END = 0.1;
    private static final double SMALL = 1e-3;
    private static final double ERROR_MIN = 1e-5;

    /** Weights beyond so many times their mean square are cut off. */
    private static final double CUT = 6;

    private static final int BYTE_MAX = 127;

    private final float[] weights = new float[Tongue.COUNT << Rows.BITS];
    private final float[] squares = new float[Tongue.COUNT << Rows.BITS];
    private final Rows rows = new Rows();

    void learn(PracticeMessages messages, int count) {
        for (int i = 0; i < count; i++) {
            PracticeMessages.Practice practice = messages.next();
            rows.clear();
            MessageReading.of(practice.text(), rows);
            if (rows.size() > 0) {
                double done = (double) i / count;
                learn(practice.tongue(), STEP * (1 - (1 - STEP_AT_END) * done));
            }
        }
    }

    private void learn(Tongue tongue, double step) {
        double share = 1 / Math.sqrt(Math.sqrt(rows.size()));
        double[] beliefs = beliefs(share);
        for (int column = 0; column < Tongue.COUNT; column++) {
            double wanted = column == tongue.ordinal() ? 1 : 0;
            double slope = (beliefs[column] - wanted) * share;
            if (Math.abs(slope) >= ERROR_MIN) {
                change(column, slope, step);
            }
        }
    }

    private void change(int column, double slope, double step) {
        for (int i = 0; i < rows.size(); i++) {
            int place = rows.at(i) * Tongue.COUNT + column;
            squares[place] += (float) (slope * slope);
            weights[place] -= (float) (step * slope / (Math.sqrt(squares[place]) + SMALL));
        }
    }

    private double[] beliefs(double share) {
        double[] sums = new double[Tongue.COUNT];
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.at(i) * Tongue.COUNT;
            for (int column = 0; column < Tongue.COUNT; column++) {
                sums[column] += weights[row + column];
            }
        }
        double highest = Arrays.stream(sums).max().orElse(0);
        for (int column = 0; column < Tongue.COUNT; column++) {
            sums[column] = StrictMath.exp((sums[column] - highest) * share);
        }
        double all = Arrays.stream(sums).sum();
        return Arrays.stream(sums).map(one -> one / all).toArray();
    }

    /** What one step of a byte is worth. */
    float scale() {
        double sum = 0;
        int used = 0;
        for (float weight : weights) {
            sum += weight * weight;
            used += weight == 0 ? 0 : 1;
        }
        return (float) (CUT * Math.sqrt(sum / Math.max(1, used)) / BYTE_MAX);
    }

    /** The weights as bytes, rows one after the other. */
    byte[] bytes() {
        float scale = scale();
        byte[] bytes = new byte[weights.length];
        for (int i = 0; i < bytes.length; i++) {
            int steps = Math.round(weights[i] / scale);
            int cut = Math.max(-BYTE_MAX, Math.min(BYTE_MAX, steps));
            bytes[i] = (byte) (LanguageTable.NO_WEIGHT + cut);
        }
        return bytes;
    }
}
