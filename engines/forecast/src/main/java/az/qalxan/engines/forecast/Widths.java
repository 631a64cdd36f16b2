package az.qalxan.engines.forecast;

import java.util.Arrays;

/**
 * How far on both sides an interval reaches: at each step the conformal quantile of the errors that
 * looking so far ahead made before, each in units of how restless the series was just then, so that
 * a series that grew restless gets wider intervals at once. It never narrows with distance.
 */
final class Widths {

    private static final int RESTLESS_OVER = 24;

    private final double[] values;
    private final RollingOrigins past;
    private final Plan plan;
    private final double[] units;

    Widths(double[] values, RollingOrigins past, Plan plan) {
        this.values = values;
        this.past = past;
        this.plan = plan;
        this.units = new double[values.length + 1];
        for (int end = past.first(); end <= values.length; end++) {
            units[end] = unit(end);
        }
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
            double width = errors[rank - 1] * units[now];
            widths[step] = step == 0 ? width : Math.max(width, widths[step - 1]);
        }
        return widths;
    }

    private double[] errors(Method method, int step, int now) {
        double[] errors = new double[now - past.first()];
        int known = 0;
        for (int end = past.first(); end < now; end++) {
            double error = past.error(method, end, step, now);
            if (!Double.isNaN(error)) {
                errors[known++] = Math.abs(error) / units[end];
            }
        }
        double[] sorted = Arrays.copyOf(errors, known);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Half of it the mean step of late, half that of the whole history; 1 when nothing moved. */
    private double unit(int end) {
        double late = meanStep(Math.max(0, end - RESTLESS_OVER), end);
        double ever = meanStep(0, end);
        return ever > 0 ? (late + ever) / 2 : 1;
    }

    private double meanStep(int from, int end) {
        double sum = 0;
        int steps = 0;
        for (int i = from + 1; i < end; i++) {
            double step = Math.abs(values[i] - values[i - 1]);
            if (!Double.isNaN(step)) {
                sum += step;
                steps++;
            }
        }
        return steps == 0 ? 0 : sum / steps;
    }
}
