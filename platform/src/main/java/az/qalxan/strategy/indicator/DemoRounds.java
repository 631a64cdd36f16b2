package az.qalxan.strategy.indicator;

import az.qalxan.demo.DemoPart;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Works all indicators out over the synthetic country, and again once its series are found. */
@Component
class DemoRounds implements DemoPart {

    private final IndicatorRounds rounds;

    DemoRounds(IndicatorRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void play(Instant now) {
        rounds.again();
    }

    @Override
    public void linked() {
        rounds.again();
    }
}
