package az.qalxan.engines.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What every method would have said at past moments of a series, from nothing but the observations
 * before each of them. Parameters are found anew at some of these origins and held in between.
 */
final class RollingOrigins {

    static final int ORIGINS_MAX = 100;
    private static final int REFITS_MAX = 12;

    private final double[] values;
    private final int first;
    private final int horizon;
    private final List<Method> methods;

    /** By method, origin and step. */
    private final double[][][] ahead;

    private RollingOrigins(double[] values, Plan plan, List<Method> methods) {
        this.values = values;
        this.first = Math.max(plan.first(), values.length - ORIGINS_MAX);
        this.horizon = plan.horizon();
        this.methods = methods;
        this.ahead = new double[methods.size()][values.length - first][];
        look(plan);
    }

    static RollingOrigins of(double[] values, Plan plan) {
        List<Method> methods =
                Arrays.stream(Method.values())
                        .filter(one -> plan.period() > 1 || !one.needsSeason())
                        .toList();
        return new RollingOrigins(values, plan, methods);
    }

    private void look(Plan plan) {
        int origins = values.length - first;
        int held = (origins + REFITS_MAX - 1) / REFITS_MAX;
        Fits fits = Fits.of(values, first, plan.period());
        for (int origin = 0; origin < origins; origin++) {
            int end = first + origin;
            if (origin > 0 && origin % held == 0) {
                fits = Fits.of(values, end, plan.period());
            }
            for (int method = 0; method < methods.size(); method++) {
                ahead[method][origin] =
                        plan.held(fits.ahead(methods.get(method), values, end, horizon));
            }
        }
    }

    /** Index of the first observation that the first origin did not know. */
    int first() {
        return first;
    }

    int horizon() {
        return horizon;
    }

    List<Method> methods() {
        return methods;
    }

    double expected(Method method, int end, int step) {
        return ahead[methods.indexOf(method)][end - first][step];
    }

    /** How far off an origin was, as known before an index; NaN when it was not known then. */
    double error(Method method, int end, int step, int now) {
        int target = end + step;
        return target < now ? values[target] - expected(method, end, step) : Double.NaN;
    }

    /** The mean absolute error of a method, as known before an index. */
    double meanError(Method method, int now) {
        double sum = 0;
        int known = 0;
        for (int end = first; end < now; end++) {
            for (int step = 0; step < horizon; step++) {
                double error = error(method, end, step, now);
                if (!Double.isNaN(error)) {
                    sum += Math.abs(error);
                    known++;
                }
            }
        }
        return known == 0 ? Double.POSITIVE_INFINITY : sum / known;
    }

    /** The method with the least error, the simplest of equals, as known before an index. */
    Method best(int now) {
        Method best = methods.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Method method : methods) {
            double error = meanError(method, now);
            if (error < least) {
                least = error;
                best = method;
            }
        }
        return best;
    }
}
