package az.qalxan.engines.forecast;

import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex of Nelder and Mead with the steps and the stop of J. C. Nash, Compact
 * Numerical Methods for Computers, 2nd edition, algorithm 19. The published figures of the M4
 * benchmarks came from this search with these settings; a better one would find other optima.
 */
final class Simplex {

    private static final double REFLECTION = 1;
    private static final double CONTRACTION = 0.5;
    private static final double EXPANSION = 2;
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));
    private static final int EVALUATIONS_MAX = 2_000;
    private static final double UNUSABLE = 1e35;

    private final ToDoubleFunction<double[]> function;
    private final double[][] points;
    private final double[] values;
    private int best;
    private int worst;
    private int evaluations;

    private Simplex(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        this.points = around(start);
        this.values = new double[points.length];
    }

    /** The point at which the function is least, as far as the search finds it. */
    static double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
        return new Simplex(function, start).search();
    }

    private double[] search() {
        double tolerance = TOLERANCE * (Math.abs(value(points[0])) + TOLERANCE);
        double size = size();
        evaluateAll(-1);
        rank();
        while (values[worst] > values[best] + tolerance && evaluations <= EVALUATIONS_MAX) {
            if (!improve()) {
                shrink();
                if (size() >= size) {
                    break;
                }
                size = size();
                evaluateAll(best);
            }
            rank();
        }
        return points[best].clone();
    }

    /** Replaces the worst point; false when nothing better was found, so that all must shrink. */
    private boolean improve() {
        double[] centre = centreWithoutWorst();
        double[] reflected = between(centre, points[worst], -REFLECTION);
        double reflectedValue = value(reflected);
        double worstValue = values[worst];
        if (reflectedValue < values[best]) {
            double[] expanded = between(centre, reflected, EXPANSION);
            double expandedValue = value(expanded);
            boolean further = expandedValue < reflectedValue;
            replaceWorst(further ? expanded : reflected, further ? expandedValue : reflectedValue);
            return true;
        }
        if (reflectedValue < worstValue) {
            replaceWorst(reflected, reflectedValue);
        }
        double[] contracted = between(centre, points[worst], 1 - CONTRACTION);
        double contractedValue = value(contracted);
        if (contractedValue < values[worst]) {
            replaceWorst(contracted, contractedValue);
            return true;
        }
        return reflectedValue < worstValue;
    }

    private void replaceWorst(double[] point, double value) {
        points[worst] = point;
        values[worst] = value;
    }

    private void shrink() {
        for (int i = 0; i < points.length; i++) {
            if (i != best) {
                points[i] = between(points[best], points[i], CONTRACTION);
            }
        }
    }

    private void rank() {
        worst = best;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < values[best]) {
                best = i;
            }
            if (values[i] > values[worst]) {
                worst = i;
            }
        }
    }

    private void evaluateAll(int but) {
        for (int i = 0; i < points.length; i++) {
            if (i != but) {
                values[i] = value(points[i]);
            }
        }
    }

    private double value(double[] point) {
        evaluations++;
        double value = function.applyAsDouble(point);
        return Double.isFinite(value) ? value : UNUSABLE;
    }

    private double size() {
        double sum = 0;
        for (double[] point : points) {
            for (int i = 0; i < point.length; i++) {
                sum += Math.abs(point[i] - points[best][i]);
            }
        }
        return sum;
    }

    private double[] centreWithoutWorst() {
        double[] centre = new double[points[0].length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; i != worst && j < centre.length; j++) {
                centre[j] += points[i][j] / centre.length;
            }
        }
        return centre;
    }

    /** From one point towards another: 0 is the one, 1 the other, less or more lies beyond. */
    private static double[] between(double[] one, double[] other, double share) {
        double[] between = new double[one.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (1 - share) * one[i] + share * other[i];
        }
        return between;
    }

    private static double[][] around(double[] start) {
        double step = 0;
        for (double one : start) {
            step = Math.max(step, 0.1 * Math.abs(one));
        }
        if (step == 0) {
            step = 0.1;
        }
        double[][] points = new double[start.length + 1][];
        points[0] = start.clone();
        for (int i = 0; i < start.length; i++) {
            double[] point = start.clone();
            for (double tried = step; point[i] == start[i] && tried < UNUSABLE; tried *= 10) {
                point[i] = start[i] + tried;
            }
            points[i + 1] = point;
        }
        return points;
    }
}
