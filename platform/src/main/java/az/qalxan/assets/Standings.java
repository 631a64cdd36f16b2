package az.qalxan.assets;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the report or the case that rows are to belong to, as far as the caller may see it. */
@Component
class Standings {

    private static final String REPORT = "report:";
    private static final String CASE = "case:";

    private final ReportedLosses reports;
    private final CaseDesk cases;

    Standings(ReportedLosses reports, CaseDesk cases) {
        this.reports = reports;
        this.cases = cases;
    }

    Optional<Standing> of(ReportId report) {
        return reports.of(report).map(Standings::of);
    }

    static Standing of(ReportedLoss report) {
        return new Standing(
                report.id(),
                "",
                report.reference().value(),
                new BodyCode(report.body()),
                Handling.ofRank(report.handling()),
                report.compartment());
    }

    Optional<Standing> of(CaseNumber number) {
        return cases.find(number)
                .map(one ->
                        new Standing(
                                null,
                                one.number().value(),
                                one.number().value(),
                                one.body(),
                                one.handling(),
                                compartment(one.compartment())));
    }

    private static @Nullable UUID compartment(@Nullable CompartmentId id) {
        return id == null ? null : id.value();
    }

    /** The scope of that name, or the problem "not found" for those who may not know of it. */
    Standing require(String scope) {
        return find(scope).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Optional<Standing> find(String scope) {
        if (scope.startsWith(CASE) && CaseNumber.fits(scope.substring(CASE.length()))) {
            return of(new CaseNumber(scope.substring(CASE.length())));
        }
        if (scope.startsWith(REPORT)) {
            try {
                return of(new ReportId(UUID.fromString(scope.substring(REPORT.length()))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
