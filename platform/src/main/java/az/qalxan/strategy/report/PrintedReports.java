package az.qalxan.strategy.report;

import az.qalxan.strategy.PlanReporting;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports for those who may not know how they are composed. */
@Component
class PrintedReports implements PlanReporting {

    private final Reports reports;

    PrintedReports(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Optional<Printed> print(Asked asked) {
        ReportKey key = new ReportKey(asked.period(), asked.body());
        return reports.file(key, asked.language(), asked.draft())
                .map(file -> new Printed(file.pdf(), file.number()));
    }
}
