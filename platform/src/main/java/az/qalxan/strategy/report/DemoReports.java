package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The reports of the quarter before the last one, so that the last one has something to compare
 * with and is left to be issued by whoever tries it.
 */
@Component
class DemoReports implements DemoPart {

    private final Reports reports;
    private final DemoPeople people;
    private final Jurisdiction jurisdiction;

    DemoReports(Reports reports, DemoPeople people, Jurisdiction jurisdiction) {
        this.reports = reports;
        this.people = people;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public int order() {
        return 50;
    }

    /** Issues them, unless somebody issued any. */
    @Override
    public void play(Instant now) {
        ReportPeriod before =
                ReportPeriod.lastBefore(LocalDate.ofInstant(now, jurisdiction.zone())).before();
        issue(before, null, people.named("koordinator-xritdx"));
        issue(before, new BodyCode("dtx"), people.named("koordinator"));
    }

    private void issue(ReportPeriod period, @Nullable BodyCode body, Caller by) {
        ActingAs.run(
                by.identity(),
                () -> {
                    if (reports.issued().stream()
                            .noneMatch(one -> one.issuer().equals(by.body().value()))) {
                        reports.issue(
                                new ReportKey(period, body),
                                "",
                                new Reports.Issuer(by.name(), by.body().value()));
                    }
                });
    }
}
