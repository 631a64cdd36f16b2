package az.qalxan.engines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FittedTest {

    @Test
    void noSmoothingNearbyIsBetter() {
        double[] values = Walks.walk(new Random(4), 80);
        Fitted best = Smoothing.SES.fit(values, 80);
        for (double step : new double[] {-0.01, 0.01}) {
            Fitted otherAlpha = new Fitted(best.alpha() + step, 0, 1, best.level(), 0);
            Fitted otherLevel = new Fitted(best.alpha(), 0, 1, best.level() + 100 * step, 0);
            double least = best.squares(values, 80);
            assertThat(otherLevel.squares(values, 80)).isGreaterThanOrEqualTo(least);
            if (otherAlpha.alpha() < 0.9999) {
                assertThat(otherAlpha.squares(values, 80)).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void unknownObservationLeavesLevelAndTrendOnTheirWay() {
        Fitted fitted = new Fitted(0.5, 0.1, 1, 10, 2);
        Fitted.State gone = fitted.after(new double[] {Double.NaN, Double.NaN}, 2);
        assertThat(gone.level()).isCloseTo(14, within(1e-12));
        assertThat(gone.trend()).isCloseTo(2, within(1e-12));
    }

    @Test
    void fadingTrendEnds() {
        double[] ahead = new Fitted.State(100, 10, 0.5).ahead(40);
        assertThat(ahead[0]).isEqualTo(105);
        assertThat(ahead[39]).isCloseTo(110, within(1e-6));
    }

    @Test
    void straightLineIsFound() {
        Line line = Line.through(new double[] {3, Double.NaN, 7, 9}, 4);
        assertThat(line.at(0)).isCloseTo(3, within(1e-12));
        assertThat(line.slope()).isCloseTo(2, within(1e-12));
    }

    @Test
    void simplexFindsTheBottomOfAValley() {
        double[] found =
                Simplex.minimum(
                        at -> Math.pow(at[0] - 3, 2) + 10 * Math.pow(at[1] - at[0], 2),
                        new double[] {0, 0});
        assertThat(found[0]).isCloseTo(3, within(1e-3));
        assertThat(found[1]).isCloseTo(3, within(1e-3));
    }

    @Test
    void methodAloneRefusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Method.SES.ahead(new double[] {1, Double.NaN}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Method.SES.ahead(new double[0], 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
