package az.qalxan.series.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Places points so that the distances in the plane are those along the ties: stress majorisation
 * after Gansner, Koren and North (2004), one place at a time. It begins with classical scaling from
 * a few places far apart (Brandes and Pich, 2007), so nothing is random.
 */
final class Distances {

    private static final int PIVOTS_MAX = 40;
    private static final int POWER_ROUNDS = 60;
    private static final int SWEEPS_MAX = 160;
    private static final double STILL = 1e-3;

    /** An angle by which no two of many points lie in one direction: the golden one. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final PlaceNet net;
    private final double[][] far;
    private final Points points;

    private Distances(PlaceNet net) {
        this.net = net;
        this.far = new double[net.size()][];
        Arrays.setAll(far, this::from);
        this.points = new Points(new double[net.size()], new double[net.size()]);
    }

    /** Points for a connected net. */
    static Points points(PlaceNet net) {
        Distances distances = new Distances(net);
        if (net.size() > 1) {
            distances.begin();
            distances.settle();
        }
        return distances.points;
    }

    /** The lengths of the shortest ways from a place (Dijkstra). */
    private double[] from(int start) {
        double[] way = new double[net.size()];
        Arrays.fill(way, Double.POSITIVE_INFINITY);
        way[start] = 0;
        PriorityQueue<double[]> next =
                new PriorityQueue<>(
                        Comparator.comparingDouble((double[] step) -> step[0])
                                .thenComparingDouble(step -> step[1]));
        next.add(new double[] {0, start});
        while (!next.isEmpty()) {
            double[] step = next.remove();
            int here = (int) step[1];
            if (step[0] > way[here]) {
                continue;
            }
            int[] neighbours = net.neighboursOf(here);
            for (int i = 0; i < neighbours.length; i++) {
                int there = neighbours[i];
                double length = step[0] + net.length(here, i);
                if (length < way[there]) {
                    way[there] = length;
                    next.add(new double[] {length, there});
                }
            }
        }
        return way;
    }

    /** Classical scaling, with every point set off a little so that no two coincide. */
    private void begin() {
        double[][] centred = centred(pivots());
        double[] first = mainDirection(centred, new double[0]);
        double[] second = mainDirection(centred, first);
        for (int i = 0; i < net.size(); i++) {
            double off = 4 + 6 * Math.sqrt(i);
            points.x()[i] = dot(centred[i], first) + off * StrictMath.cos(i * GOLDEN_ANGLE);
            points.y()[i] =
                    (second.length == 0 ? 0 : dot(centred[i], second))
                            + off * StrictMath.sin(i * GOLDEN_ANGLE);
        }
    }

    /** Places that are far from each other. */
    private int[] pivots() {
        int[] pivots = new int[Math.min(PIVOTS_MAX, net.size())];
        double[] nearest = new double[net.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int p = 0; p < pivots.length; p++) {
            int farthest = 0;
            for (int i = 1; p > 0 && i < nearest.length; i++) {
                farthest = nearest[i] > nearest[farthest] ? i : farthest;
            }
            pivots[p] = farthest;
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], far[farthest][i]);
            }
        }
        return pivots;
    }

    /** Squared distances to the pivots, centred by rows and columns. */
    private double[][] centred(int[] pivots) {
        int n = net.size();
        int k = pivots.length;
        double[][] squares = new double[n][k];
        double[] row = new double[n];
        double[] column = new double[k];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int p = 0; p < k; p++) {
                double square = far[i][pivots[p]] * far[i][pivots[p]];
                squares[i][p] = square;
                row[i] += square / k;
                column[p] += square / n;
                all += square / n / k;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int p = 0; p < k; p++) {
                squares[i][p] = -(squares[i][p] - row[i] - column[p] + all) / 2;
            }
        }
        return squares;
    }

    /**
     * The direction in which the rows differ most, across {@code known} when that is given; scaled
     * so that the projections are about as long as the distances.
     */
    private static double[] mainDirection(double[][] rows, double[] known) {
        double[] direction = new double[rows[0].length];
        for (int p = 0; p < direction.length; p++) {
            direction[p] = StrictMath.cos(p * GOLDEN_ANGLE);
        }
        double length = 0;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            across(direction, known);
            length = Math.sqrt(dot(direction, direction));
            if (length < STILL) {
                return new double[direction.length];
            }
            divide(direction, length);
            direction = squared(rows, direction);
        }
        across(direction, known);
        length = Math.sqrt(dot(direction, direction));
        divide(direction, length < STILL ? 1 : length * Math.sqrt(Math.sqrt(length)));
        return direction;
    }

    /** Takes out what lies along another direction. */
    private static void across(double[] direction, double[] known) {
        if (known.length > 0) {
            double square = dot(known, known);
            double share = square < STILL * STILL ? 0 : dot(direction, known) / square;
            for (int p = 0; p < direction.length; p++) {
                direction[p] -= share * known[p];
            }
        }
    }

    private static double[] squared(double[][] rows, double[] direction) {
        double[] sum = new double[direction.length];
        for (double[] row : rows) {
            double along = dot(row, direction);
            for (int p = 0; p < sum.length; p++) {
                sum[p] += along * row[p];
            }
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void divide(double[] direction, double by) {
        for (int p = 0; p < direction.length; p++) {
            direction[p] /= by;
        }
    }

    /** Moves one place after the other to where its distances fit best, until all stand still. */
    private void settle() {
        for (int sweep = 0; sweep < SWEEPS_MAX; sweep++) {
            double moved = 0;
            for (int i = 0; i < net.size(); i++) {
                moved = Math.max(moved, settle(i));
            }
            if (moved < STILL * far[0][net.size() - 1]) {
                return;
            }
        }
    }

    private double settle(int i) {
        double x = 0;
        double y = 0;
        double sum = 0;
        double[] xs = points.x();
        double[] ys = points.y();
        for (int j = 0; j < xs.length; j++) {
            if (j != i) {
                double wanted = far[i][j];
                double weight = 1 / (wanted * wanted);
                double dx = xs[i] - xs[j];
                double dy = ys[i] - ys[j];
                double now = Math.max(STILL, Math.sqrt(dx * dx + dy * dy));
                x += weight * (xs[j] + wanted * dx / now);
                y += weight * (ys[j] + wanted * dy / now);
                sum += weight;
            }
        }
        double moved = Math.abs(x / sum - xs[i]) + Math.abs(y / sum - ys[i]);
        xs[i] = x / sum;
        ys[i] = y / sum;
        return moved;
    }
}
