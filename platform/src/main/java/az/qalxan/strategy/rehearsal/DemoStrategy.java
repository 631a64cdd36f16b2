package az.qalxan.strategy.rehearsal;

import az.qalxan.demo.DemoPart;
import az.qalxan.strategy.indicator.IndicatorRounds;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The action plan in the demonstration: figures, progress, a meeting, reports, rankings. */
@Component
class DemoStrategy implements DemoPart {

    private final IndicatorRounds indicators;
    private final DemoPlanWork work;
    private final DemoCommission commission;
    private final DemoReports reports;
    private final DemoRankings rankings;

    DemoStrategy(
            IndicatorRounds indicators,
            DemoPlanWork work,
            DemoCommission commission,
            DemoReports reports,
            DemoRankings rankings) {
        this.indicators = indicators;
        this.work = work;
        this.commission = commission;
        this.reports = reports;
        this.rankings = rankings;
    }

    @Override
    public void play(Instant now) {
        indicators.again();
        work.play(now);
        commission.play(now);
        reports.play(now);
        rankings.play(now);
    }

    @Override
    public void linked() {
        indicators.again();
    }
}
