package az.qalxan.engines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.engines.forecast.ForecastAnswer.Forecasted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold whatever the series; every failure names its seed. */
class ForecastPropertyTest {

    private static final long SEED = 20_261_127;

    @Test
    void everySeriesHasAnAnswerInsideItsRange() {
        for (long seed = SEED; seed < SEED + 400; seed++) {
            Random random = new Random(seed);
            Series series = gapped(random, Walks.any(random));
            double level = 0.5 + 0.45 * random.nextDouble();
            ForecastAnswer answer = Forecasts.of(series, 1 + random.nextInt(14), level);
            assertThat(answer)
                    .as("seed %d", seed)
                    .isEqualTo(Forecasts.of(series, horizon(answer, seed), level));
            if (answer instanceof Forecasted(Forecast forecast)) {
                holds(forecast, series.range(), seed);
            }
        }
    }

    /** The same horizon again; drawn anew from the seed, so that nothing is kept in between. */
    private static int horizon(ForecastAnswer answer, long seed) {
        Random random = new Random(seed);
        gapped(random, Walks.any(random));
        random.nextDouble();
        int horizon = 1 + random.nextInt(14);
        if (answer instanceof Forecasted(Forecast forecast)) {
            assertThat(forecast.steps()).as("seed %d", seed).hasSize(horizon);
        }
        return horizon;
    }

    private static Series gapped(Random random, double[] values) {
        List<Observation> all = new ArrayList<>();
        double share = random.nextInt(3) * 0.1;
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            boolean known = random.nextDouble() >= share;
            all.add(known ? Observation.of(value) : Observation.UNKNOWN);
            least = Math.min(least, value);
        }
        Range range = least >= 0 && random.nextBoolean() ? Range.COUNT : Range.ANY;
        int since = random.nextInt(4) == 0 ? random.nextInt(all.size() + 1) : 0;
        return new Series(all, 1 + random.nextInt(14)).within(range).withRulesSince(since);
    }

    private static void holds(Forecast forecast, Range range, long seed) {
        double width = 0;
        for (Step step : forecast.steps()) {
            assertThat(new double[] {step.low(), step.point(), step.high()})
                    .as("seed %d", seed)
                    .isSorted();
            assertThat(range.holds(step.low()) && range.holds(step.high()))
                    .as("seed %d, %s", seed, step)
                    .isTrue();
            assertThat(Double.isFinite(step.low() + step.high())).as("seed %d", seed).isTrue();
            if (range.equals(Range.ANY)) {
                double now = step.high() - step.low();
                assertThat(now).as("seed %d", seed).isGreaterThanOrEqualTo(width * (1 - 1e-9));
                width = now;
            }
        }
        BackTest test = forecast.test();
        assertThat(test.origins()).as("seed %d", seed).isPositive();
        assertThat(test.coverage())
                .as("seed %d", seed)
                .isBetween(test.coverageLow() - 1e-9, test.coverageHigh() + 1e-9);
        assertThat(forecast.scores().getFirst().method())
                .as("seed %d", seed)
                .isEqualTo(forecast.method());
    }

    @Test
    void whatStandsBeforeNewRulesChangesNothing() {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            Random random = new Random(seed);
            double[] values = Walks.walk(random, 70);
            Series one = new Series(values.clone(), 4).withRulesSince(20);
            for (int i = 0; i < 20; i++) {
                values[i] = 1e6 * random.nextGaussian();
            }
            Series other = new Series(values, 4).withRulesSince(20);
            assertThat(Forecasts.of(one, 6, 0.8))
                    .as("seed %d", seed)
                    .isEqualTo(Forecasts.of(other, 6, 0.8));
        }
    }

    @Test
    void noMomentOfThePastKnowsWhatCameLater() {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            Random random = new Random(seed);
            double[] values = Walks.walk(random, 60);
            Plan plan = Plan.of(new Series(values, 4), values.length, 5, 0.8);
            RollingOrigins before = RollingOrigins.of(values.clone(), plan);
            int now = plan.first() + random.nextInt(30);
            for (int i = now; i < values.length; i++) {
                values[i] = 500 * random.nextGaussian();
            }
            RollingOrigins after = RollingOrigins.of(values, plan);
            assertThat(after.best(now)).as("seed %d", seed).isEqualTo(before.best(now));
            for (Method method : before.methods()) {
                for (int end = plan.first(); end <= now; end++) {
                    assertThat(after.expected(method, end, 4))
                            .as("seed %d, %s from %d", seed, method, end)
                            .isEqualTo(before.expected(method, end, 4));
                }
                assertThat(new Widths(after, plan).at(method, now))
                        .as("seed %d", seed)
                        .isEqualTo(new Widths(before, plan).at(method, now));
            }
        }
    }

    @Test
    void unitOfTheFigureDoesNotMatter() {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            double[] values = Walks.walk(new Random(seed), 60);
            double[] thousands = Arrays.stream(values).map(one -> one / 1_000).toArray();
            Forecast one = forecast(values, 5, 0.8);
            Forecast other = forecast(thousands, 5, 0.8);
            assertThat(other.method()).as("seed %d", seed).isEqualTo(one.method());
            for (int i = 0; i < 5; i++) {
                assertThat(other.steps().get(i).point() * 1_000)
                        .as("seed %d", seed)
                        .isCloseTo(one.steps().get(i).point(), within(0.01));
                assertThat(other.steps().get(i).low() * 1_000)
                        .as("seed %d", seed)
                        .isCloseTo(one.steps().get(i).low(), within(0.01));
            }
        }
    }

    /** The promise itself, on series where it can be counted: 4 in 5, and 19 in 20. */
    @Test
    void intervalsHoldTheShareThatTheyPromise() {
        for (double level : List.of(0.8, 0.95)) {
            int inside = 0;
            int all = 0;
            double foretold = 0;
            for (long seed = SEED; seed < SEED + 250; seed++) {
                Random random = new Random(seed);
                double[] values =
                        seed % 2 == 0 ? Walks.walk(random, 124) : Walks.steady(random, 124);
                Forecast forecast = forecast(Arrays.copyOf(values, 120), 4, level);
                foretold += forecast.test().coverage() / 250;
                for (int i = 0; i < 4; i++) {
                    Step step = forecast.steps().get(i);
                    all++;
                    inside +=
                            values[120 + i] >= step.low() && values[120 + i] <= step.high() ? 1 : 0;
                }
            }
            assertThat((double) inside / all)
                    .as("seeds from %d, level %s", SEED, level)
                    .isBetween(level - 0.05, level + 0.05);
            assertThat(foretold).isBetween(level - 0.05, level + 0.05);
        }
    }

    private static Forecast forecast(double[] values, int horizon, double level) {
        return ((Forecasted) Forecasts.of(new Series(values, 1), horizon, level)).forecast();
    }
}
