package az.qalxan.engines.forecast;

import java.util.Arrays;

/**
 * How far on both sides an interval reaches: at each step the conformal quantile of the errors that
 * looking so far ahead made before. It never narrows with distance.
 */
final class Widths {

    private final RollingOrigins past;
    private final Plan plan;

    Widths(RollingOrigins past, Plan plan) {
        this.past = past;
        this.plan = plan;
    }

    /** Empty when too few errors were known before the index. */
    double[] at(Method method, int now) {
        double[] widths = new double[past.horizon()];
        for (int step = 0; step < widths.length; step++) {
            double[] errors = errors(method, step, now);
            int rank = (int) Math.ceil((errors.length + 1) * plan.level() - 1e-9);
            if (rank > errors.length) {
                return new double[0];
            }
            double width = errors[rank - 1];
            widths[step] = step == 0 ? width : Math.max(width, widths[step - 1]);
        }
        return widths;
    }

    /** Their sizes, the smallest first. */
    private double[] errors(Method method, int step, int now) {
        double[] errors = new double[now - past.first()];
        int known = 0;
        for (int end = past.first(); end < now; end++) {
            double error = past.error(method, end, step, now);
            if (!Double.isNaN(error)) {
                errors[known++] = Math.abs(error);
            }
        }
        double[] sorted = Arrays.copyOf(errors, known);
        Arrays.sort(sorted);
        return sorted;
    }
}
