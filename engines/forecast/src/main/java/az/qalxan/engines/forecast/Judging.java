package az.qalxan.engines.forecast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the procedure at every past moment that had errors enough before it: there it chooses the
 * method and the width of its intervals from what was known, and is compared with what came.
 */
final class Judging {

    /** 97.5 % of a standard normal distribution lie below it. */
    private static final double BAND = 1.959963984540054;

    private final double[] values;
    private final RollingOrigins past;
    private final Plan plan;
    private final Widths widths;

    private int origins;
    private int judged;
    private int covered;
    private double percent;
    private int scaled;
    private double scaledError;
    private double scaledScore;

    private Judging(double[] values, RollingOrigins past, Plan plan, Widths widths) {
        this.values = values;
        this.past = past;
        this.plan = plan;
        this.widths = widths;
    }

    /** Empty when no past moment had errors enough. */
    static Optional<BackTest> of(double[] values, RollingOrigins past, Plan plan, Widths widths) {
        Judging judging = new Judging(values, past, plan, widths);
        int earliest = past.first() + plan.errorsMin() + past.horizon() - 1;
        for (int now = earliest; now < values.length; now++) {
            judging.judge(now);
        }
        return judging.origins == 0 ? Optional.empty() : Optional.of(judging.test());
    }

    private void judge(int now) {
        Method method = past.best(now);
        double[] width = widths.at(method, now);
        double unit = seasonalStep(now);
        boolean any = false;
        for (int step = 0; step < width.length && now + step < values.length; step++) {
            double came = values[now + step];
            if (!Double.isNaN(came)) {
                any = true;
                count(came, step(plan, past.expected(method, now, step), width[step]), unit);
            }
        }
        origins += any ? 1 : 0;
    }

    private void count(double came, Step said, double unit) {
        double error = Math.abs(came - said.point());
        double size = Math.abs(came) + Math.abs(said.point());
        judged++;
        percent += size == 0 ? 0 : 200 * error / size;
        covered += came >= said.low() && came <= said.high() ? 1 : 0;
        if (unit > 0) {
            scaled++;
            scaledError += error / unit;
            scaledScore += score(came, said) / unit;
        }
    }

    /** Width, and what lies outside at the price that makes honest intervals cheapest. */
    private double score(double came, Step said) {
        double outside = Math.max(0, Math.max(said.low() - came, came - said.high()));
        return said.high() - said.low() + 2 * outside / (1 - plan.level());
    }

    /** The error of the seasonal naive method in the history before the index. */
    private double seasonalStep(int now) {
        double sum = 0;
        int known = 0;
        for (int i = plan.period(); i < now; i++) {
            double step = Math.abs(values[i] - values[i - plan.period()]);
            if (!Double.isNaN(step)) {
                sum += step;
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    private BackTest test() {
        double share = (double) covered / judged;
        double squared = BAND * BAND;
        double middle = (share + squared / (2 * origins)) / (1 + squared / origins);
        double half =
                BAND
                        / (1 + squared / origins)
                        * Math.sqrt(
                                share * (1 - share) / origins
                                        + squared / (4.0 * origins * origins));
        return new BackTest(
                origins,
                percent / judged,
                perScaled(scaledError),
                perScaled(scaledScore),
                share,
                Math.max(0, middle - half),
                Math.min(1, middle + half));
    }

    private @Nullable Double perScaled(double sum) {
        return scaled == 0 ? null : sum / scaled;
    }

    static Step step(Plan plan, double point, double width) {
        return new Step(point, plan.range().hold(point - width), plan.range().hold(point + width));
    }
}
