package az.qalxan.demo;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** The action plan in the demonstration: a past of figures, progress, a meeting, reports. */
@Component
class DemoStrategy {

    private final DemoPlanWork work;
    private final DemoIndicators indicators;
    private final DemoCommission commission;
    private final DemoReports reports;
    private final DemoRankings rankings;

    DemoStrategy(
            DemoPlanWork work,
            DemoIndicators indicators,
            DemoCommission commission,
            DemoReports reports,
            DemoRankings rankings) {
        this.work = work;
        this.indicators = indicators;
        this.commission = commission;
        this.reports = reports;
        this.rankings = rankings;
    }

    /** What the later parts are measured by: two years of requests and orders. */
    void playPast(Instant now) {
        indicators.play(now);
    }

    void play(Instant now) {
        indicators.compute();
        work.play(now);
        commission.play(now);
        reports.play(now);
        rankings.play(now);
    }
}
