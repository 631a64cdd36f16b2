package az.qalxan.engines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.engines.forecast.ForecastAnswer.Forecasted;
import az.qalxan.engines.forecast.ForecastAnswer.NotForecastable;
import az.qalxan.engines.forecast.ForecastAnswer.TooShort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastsTest {

    private static final double[] STEADY = Walks.steady(new Random(5), 60);

    @Test
    void historyOfTheStatedLengthIsForecastAndOneLessIsNot() {
        for (double level : List.of(0.5, 0.8, 0.9, 0.95)) {
            int need = Forecasts.need(6, level);
            assertThat(Forecasts.of(first(need - 1), 6, level))
                    .isEqualTo(new TooShort(need - 1, need));
            assertThat(Forecasts.of(first(need), 6, level)).isInstanceOf(Forecasted.class);
        }
        assertThat(Forecasts.need(6, 0.8)).isEqualTo(22);
        assertThat(Forecasts.need(6, 0.95)).isEqualTo(37);
    }

    @Test
    void emptySeriesIsTooShort() {
        assertThat(Forecasts.of(new Series(new double[0], 12), 3, 0.8))
                .isEqualTo(new TooShort(0, 19));
    }

    @Test
    void jumpByNewRulesIsNoTrend() {
        double[] jumped = STEADY.clone();
        for (int i = 30; i < jumped.length; i++) {
            jumped[i] += 900;
        }
        Series since = new Series(jumped, 1).withRulesSince(30);
        Forecast forecast = forecast(since, 3, 0.8);
        assertThat(forecast.used()).isEqualTo(30);
        assertThat(forecast.steps())
                .allSatisfy(step -> assertThat(step.point()).isCloseTo(1_000, within(15.0)));
        assertThat(forecast)
                .isEqualTo(forecast(new Series(Arrays.copyOfRange(jumped, 30, 60), 1), 3, 0.8));
    }

    @Test
    void historyUnderOldRulesDoesNotMakeUpForAShortOne() {
        assertThat(Forecasts.of(new Series(STEADY, 1).withRulesSince(50), 6, 0.8))
                .isEqualTo(new TooShort(10, 22));
    }

    @Test
    void oldRulesMayHoldAnything() {
        double[] values = STEADY.clone();
        values[3] = Double.NaN;
        values[4] = -1;
        Series since = new Series(values, 1).within(Range.COUNT).withRulesSince(5);
        assertThat(Forecasts.of(since, 3, 0.8)).isInstanceOf(Forecasted.class);
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsPlace() {
        assertThat(refusal(17, Double.NaN)).isEqualTo(new NotForecastable(Unfit.NOT_A_NUMBER, 17));
        assertThat(refusal(18, Double.NEGATIVE_INFINITY))
                .isEqualTo(new NotForecastable(Unfit.NOT_A_NUMBER, 18));
        assertThat(refusal(19, 1e16)).isEqualTo(new NotForecastable(Unfit.TOO_LARGE, 19));
        assertThat(refusal(20, -1)).isEqualTo(new NotForecastable(Unfit.OUT_OF_RANGE, 20));
    }

    private static ForecastAnswer refusal(int at, double value) {
        double[] values = STEADY.clone();
        values[at] = value;
        return Forecasts.of(new Series(values, 1).within(Range.COUNT), 3, 0.8);
    }

    @Test
    void tooLongAndTooFarAreRefused() {
        assertThat(Forecasts.of(new Series(new double[5_001], 1), 3, 0.8))
                .isEqualTo(new NotForecastable(Unfit.TOO_LONG, 5_000));
        assertThatThrownBy(() -> Forecasts.of(new Series(STEADY, 1), 61, 0.8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> Forecasts.of(new Series(STEADY, 1), 3, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longestSeriesWithTheLongestSeasonEnds() {
        double[] values = Walks.walk(new Random(3), Forecasts.LENGTH_MAX);
        Forecast forecast = forecast(new Series(values, 2_000), Forecasts.HORIZON_MAX, 0.95);
        assertThat(forecast.steps()).hasSize(60);
        assertThat(forecast.period()).isEqualTo(2_000);
    }

    @Test
    void unknownIsNotNought() {
        List<Observation> gapped = new ArrayList<>(new Series(STEADY, 1).observations());
        gapped.set(40, Observation.UNKNOWN);
        gapped.set(41, Observation.UNKNOWN);
        Forecast forecast = forecast(new Series(gapped, 1), 3, 0.8);
        assertThat(forecast.used()).isEqualTo(58);
        assertThat(forecast.steps())
                .allSatisfy(step -> assertThat(step.point()).isCloseTo(100, within(10.0)));
    }

    @Test
    void unknownAtTheEndIsLookedAheadOver() {
        List<Observation> late = new ArrayList<>(new Series(STEADY, 1).observations());
        late.add(Observation.UNKNOWN);
        late.add(Observation.UNKNOWN);
        assertThat(forecast(new Series(late, 1), 3, 0.8).steps())
                .isEqualTo(forecast(new Series(STEADY, 1), 5, 0.8).steps().subList(2, 5));
    }

    @Test
    void muchUnknownIsRefused() {
        List<Observation> holes = new ArrayList<>(new Series(STEADY, 1).observations());
        for (int i = 1; i < 59; i += 2) {
            holes.set(i, Observation.UNKNOWN);
        }
        assertThat(Forecasts.of(new Series(holes, 1), 3, 0.8))
                .isEqualTo(new NotForecastable(Unfit.TOO_MANY_UNKNOWN, -1));
        List<Observation> late = new ArrayList<>(new Series(STEADY, 1).observations());
        for (int i = 0; i < 58; i++) {
            late.add(Observation.UNKNOWN);
        }
        assertThat(Forecasts.of(new Series(late, 1), 3, 0.8))
                .isEqualTo(new NotForecastable(Unfit.LATEST_UNKNOWN, -1));
    }

    @Test
    void countsAreNeverExpectedBelowNought() {
        double[] few = Walks.counts(new Random(8), 80, 12);
        Forecast forecast = forecast(new Series(few, 12).within(Range.COUNT), 12, 0.95);
        assertThat(forecast.steps()).allSatisfy(step -> assertThat(step.low()).isNotNegative());
        Forecast unbounded = forecast(new Series(few, 12), 12, 0.95);
        assertThat(unbounded.steps()).anySatisfy(step -> assertThat(step.low()).isNegative());
    }

    @Test
    void sharesStayBetweenNoughtAndAHundred() {
        double[] rising = new double[40];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = Math.min(100, 2.4 * i + 3);
        }
        Forecast forecast = forecast(new Series(rising, 1).within(Range.PERCENT), 12, 0.8);
        assertThat(forecast.steps())
                .allSatisfy(step -> assertThat(step.high()).isLessThanOrEqualTo(100));
    }

    @Test
    void seasonIsFollowedWhenTheHistoryBearsIt() {
        double[] values = new double[96];
        for (int i = 0; i < values.length; i++) {
            values[i] = 200 + 50 * Math.sin(2 * Math.PI * i / 12) + STEADY[i % 60] / 50;
        }
        Forecast forecast = forecast(new Series(values, 12), 12, 0.8);
        assertThat(forecast.period()).isEqualTo(12);
        assertThat(forecast.steps().get(3).point()).isCloseTo(252, within(5.0));
        assertThat(forecast.steps().get(9).point()).isCloseTo(152, within(5.0));
        assertThat(forecast(new Series(Arrays.copyOf(values, 30), 12), 6, 0.8).period())
                .isEqualTo(1);
    }

    @Test
    void seriesThatNeverMovesIsCertainAndHasNoScale() {
        double[] still = new double[40];
        Arrays.fill(still, 7);
        Forecast forecast = forecast(new Series(still, 1), 3, 0.8);
        assertThat(forecast.method()).isEqualTo(Method.NAIVE);
        assertThat(forecast.steps()).containsOnly(new Step(7, 7, 7));
        assertThat(forecast.test().mase()).isNull();
        assertThat(forecast.test().coverage()).isEqualTo(1);
    }

    @Test
    void seriesThatTurnedRestlessSaysThatItsIntervalsDidNotBear() {
        double[] values = Walks.steady(new Random(2), 70);
        for (int i = 40; i < values.length; i++) {
            values[i] = 100 + 40 * (values[i] - 100);
        }
        BackTest test = forecast(new Series(values, 1), 1, 0.8).test();
        assertThat(test.coverage()).isLessThan(0.8);
        double[] same = Walks.steady(new Random(2), 70);
        assertThat(forecast(new Series(same, 1), 1, 0.8).test().bears(0.8)).isTrue();
    }

    private static Series first(int length) {
        return new Series(Arrays.copyOf(STEADY, length), 1);
    }

    private static Forecast forecast(Series series, int horizon, double level) {
        ForecastAnswer answer = Forecasts.of(series, horizon, level);
        assertThat(answer).isInstanceOf(Forecasted.class);
        return ((Forecasted) answer).forecast();
    }
}
