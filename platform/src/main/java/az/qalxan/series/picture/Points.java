package az.qalxan.series.picture;

import az.qalxan.series.picture.Picture.Box;
import java.util.stream.IntStream;

/** Where places are; moved in place while a picture is laid out. */
record Points(double[] x, double[] y) {

    /** Labels are wide and low, so places need more room to the sides. */
    private static final double STRETCH = 1.18;

    int size() {
        return x.length;
    }

    /**
     * Turns the cloud so that its longest side lies level, older places to the left, and stretches
     * it a little.
     *
     * @param age of each place; NaN when it has none
     */
    void turn(double[] age) {
        centre();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < size(); i++) {
            xx += x[i] * x[i];
            yy += y[i] * y[i];
            xy += x[i] * y[i];
        }
        double angle = StrictMath.atan2(2 * xy, xx - yy) / 2;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = 0; i < size(); i++) {
            double along = x[i] * cos + y[i] * sin;
            y[i] = y[i] * cos - x[i] * sin;
            x[i] = along * STRETCH;
        }
        flip(x, trend(x, age) < 0);
        flip(y, trend(y, age) < 0);
    }

    private void centre() {
        double mx = IntStream.range(0, size()).mapToDouble(i -> x[i]).average().orElse(0);
        double my = IntStream.range(0, size()).mapToDouble(i -> y[i]).average().orElse(0);
        for (int i = 0; i < size(); i++) {
            x[i] -= mx;
            y[i] -= my;
        }
    }

    /** Whether a coordinate grows with age: the sign of their covariance. */
    private static double trend(double[] axis, double[] age) {
        double mean =
                IntStream.range(0, age.length)
                        .mapToDouble(i -> age[i])
                        .filter(a -> !Double.isNaN(a))
                        .average()
                        .orElse(0);
        double sum = 0;
        for (int i = 0; i < age.length; i++) {
            sum += Double.isNaN(age[i]) ? 0 : axis[i] * (age[i] - mean);
        }
        return sum;
    }

    private static void flip(double[] axis, boolean turned) {
        for (int i = 0; turned && i < axis.length; i++) {
            axis[i] = -axis[i];
        }
    }

    void scale(double by) {
        for (int i = 0; i < size(); i++) {
            x[i] *= by;
            y[i] *= by;
        }
    }

    Box box(int place, PlaceNet net) {
        return net.sizeOf(place).box().moved(x[place], y[place]);
    }

    Box around(PlaceNet net) {
        return IntStream.range(0, size())
                .mapToObj(i -> box(i, net))
                .reduce(Box::around)
                .orElse(new Box(0, 0, 0, 0));
    }
}
