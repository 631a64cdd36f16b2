package az.qalxan.reporting.bulk;

import az.qalxan.reporting.Channel;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportCheck;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.RequestKey;
import az.qalxan.reporting.RequestKeys;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The JSON interface for bodies' and organisations' programs. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "Reports")
class ReportApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReportCheck check;
    private final KeyedIntake intake;
    private final ReportDesk desk;

    ReportApi(ReportCheck check, KeyedIntake intake, ReportDesk desk) {
        this.check = check;
        this.intake = intake;
        this.desk = desk;
    }

    /** Stores a report; 201 means that it is durable. */
    @Operation(
            summary = "Store a report",
            description =
                    "201: stored and durable. 200: an earlier request with the same Idempotency-Key"
                            + " stored it. 409: the key belongs to another report. 413: more than"
                            + " 1 MiB. 422: every wrong field is listed. 429: too many at once.")
    @Requires("reporting:create")
    @PostMapping
    ResponseEntity<ReceiptMessage> receive(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReportMessage message) {
        NewReport report = accepted(message);
        KeyedIntake.Answer answer =
                key == null ? intake.receive(report) : intake.receive(named(key, message), report);
        return switch (answer) {
            case KeyedIntake.Answer.Stored(Receipt receipt) -> created(receipt);
            case KeyedIntake.Answer.Repeated(RequestKeys.Earlier earlier) ->
                    ResponseEntity.ok(
                            new ReceiptMessage(
                                    earlier.id().toString(),
                                    earlier.reference().value(),
                                    null,
                                    true));
            case KeyedIntake.Answer.KeyTaken ignored ->
                    throw ProblemFound.of(BulkProblem.KEY_REUSED);
        };
    }

    private static RequestKey named(String key, ReportMessage message) {
        return RequestKey.of(key, JSON.writeValueAsString(message))
                .orElseThrow(() -> ProblemFound.of(BulkProblem.KEY_INVALID, RequestKey.CHARS_MAX));
    }

    private NewReport accepted(ReportMessage message) {
        return switch (check.check(message.raw(), Channel.API)) {
            case ReportCheck.Checked.Accepted(NewReport report) -> report;
            case ReportCheck.Checked.Rejected(var violations) ->
                    throw ProblemFound.with(WebProblem.INVALID_INPUT, violations);
        };
    }

    private static ResponseEntity<ReceiptMessage> created(Receipt receipt) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new ReceiptMessage(
                                receipt.id().toString(),
                                receipt.reference().value(),
                                receipt.secret().value(),
                                false));
    }

    /** Where a report stands. */
    record Standing(String id, String reference, String state, String body, Instant reportedAt) {}

    @Operation(summary = "Where a report stands; the view is recorded")
    @Requires("reporting:read")
    @GetMapping("/{id}")
    Standing standing(@PathVariable UUID id) {
        return switch (desk.open(new ReportId(id), "")) {
            case ReportDesk.Opening.Opened(var report) ->
                    new Standing(
                            report.id().toString(),
                            report.reference().value(),
                            report.state().code(),
                            report.body(),
                            report.reportedAt());
            case ReportDesk.Opening.PurposeNeeded ignored ->
                    throw ProblemFound.of(WebProblem.NOT_FOUND);
            case ReportDesk.Opening.Absent ignored -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }
}
