package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.strategy.ReportPeriod;
import az.qalxan.web.Language;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on the plan for programs. */
@RestController
@Tag(name = "Strategy")
class PlanReportApi {

    private final Reports reports;

    PlanReportApi(Reports reports) {
        this.reports = reports;
    }

    /**
     * The issued report of a period as a signed PDF file, or a draft where none was issued; the
     * header {@code Qalxan-Report} says which: its number, or {@code draft}.
     */
    @Requires("strategy:export")
    @GetMapping("/api/strategy/reports/file")
    ResponseEntity<byte[]> file(
            @RequestParam String period,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "az") String lang,
            @RequestParam(defaultValue = "false") boolean draft) {
        ReportPeriod read =
                ReportPeriod.read(period)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.BAD_REQUEST));
        if (!body.isEmpty() && !body.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        ReportKey key = new ReportKey(read, body.isEmpty() ? null : new BodyCode(body));
        Reports.ReportFile file =
                reports.file(key, Language.of(lang), draft)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Qalxan-Report",
                        file.number() == 0 ? "draft" : String.valueOf(file.number()))
                .body(file.pdf());
    }
}
