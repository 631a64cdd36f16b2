package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.ReportReferences;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Series for bodies' programs. */
@RestController
@RequestMapping("/api")
@Tag(name = "Series")
class SeriesApi {

    private final SeriesDesk desk;
    private final SeriesOpening opening;
    private final SeriesMessages messages;
    private final ReportReferences references;
    private final PageFrames frames;

    SeriesApi(
            SeriesDesk desk,
            SeriesOpening opening,
            SeriesMessages messages,
            ReportReferences references,
            PageFrames frames) {
        this.desk = desk;
        this.opening = opening;
        this.messages = messages;
        this.references = references;
        this.frames = frames;
    }

    @Operation(
            summary = "A series with its reports, links and decisions; the view is recorded",
            description =
                    "The number of any of its reports leads to it. Everything is worked out from"
                            + " the reports that the caller may read. 404: there is none for the"
                            + " caller.")
    @Requires("series:read")
    @GetMapping("/series/{number}")
    SeriesMessage series(@PathVariable String number, HttpServletRequest request) {
        return SeriesNumber.read(number)
                .flatMap(desk::open)
                .map(series -> message(series, request))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /**
     * The series of a report.
     *
     * @param series null when the report is in none
     */
    record ReportSeries(String report, @Nullable SeriesMessage series) {}

    @Operation(
            summary = "The series of a report; the view is recorded",
            description =
                    "200 with null: it is in none. 404: there is no such report for the caller.")
    @Requires("series:read")
    @GetMapping("/reports/{id}/series")
    ReportSeries ofReport(@PathVariable String id, HttpServletRequest request) {
        ReportId report = report("id", id);
        if (!desk.sees(report)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new ReportSeries(
                report.toString(),
                desk.open(report).map(series -> message(series, request)).orElse(null));
    }

    /**
     * A report whose story reads like another one's.
     *
     * @param number of the report
     * @param percent share of runs of three words that both stories have
     */
    record Alike(String report, String number, int percent) {}

    /** Reports whose stories read alike, the most alike first. */
    record ReportsAlike(String report, List<Alike> alike) {}

    @Operation(
            summary = "Reports whose stories read like that report's; listing them is recorded",
            description =
                    "At most five, of 60 percent or more, in no series with it and not decided"
                            + " about. A proposal to compare them, never a link. 404: there is no"
                            + " such report for the caller.")
    @Requires("series:read")
    @GetMapping("/reports/{id}/alike")
    ReportsAlike alike(@PathVariable String id) {
        ReportId report = report("id", id);
        if (!desk.sees(report)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new ReportsAlike(
                report.toString(),
                opening.alike(report).stream()
                        .map(one ->
                                new Alike(
                                        one.member().id().toString(),
                                        one.member().report().reference().value(),
                                        one.percent()))
                        .toList());
    }

    private SeriesMessage message(SeriesView series, HttpServletRequest request) {
        Text text = frames.of(request).text();
        return messages.of(series, desk.decisions(SeriesMessages.members(series)), text);
    }

    /**
     * A decision about two reports, each named by id or number.
     *
     * @param verdict {@code confirmed} or {@code rejected}
     */
    record NewDecision(
            @Nullable String one,
            @Nullable String other,
            @Nullable String verdict,
            @Nullable String reason) {}

    /** Why a decision is taken back. */
    record Undoing(@Nullable String reason) {}

    /** The decision that is in force now, or is no longer. */
    record DecisionReceipt(String id, boolean inForce) {}

    @Operation(
            summary = "Decide whether two reports belong together",
            description =
                    "201: stored. 200: the same was decided before and is in force. 404: the"
                            + " caller may not read both reports. 422: what is missing or wrong.")
    @Requires("series:decide")
    @PostMapping("/series/decisions")
    ResponseEntity<DecisionReceipt> decide(@RequestBody NewDecision asked) {
        String reason = EnteredReason.of(AskedList.text(asked.reason()));
        LinkStanding verdict = verdict(AskedList.text(asked.verdict()));
        ReportId one = report("one", AskedList.text(asked.one()));
        ReportId other = report("other", AskedList.text(asked.other()));
        return receipt(
                verdict == LinkStanding.CONFIRMED
                        ? desk.confirm(one, other, reason)
                        : desk.reject(one, other, reason),
                true);
    }

    @Operation(
            summary = "Take a decision back",
            description = "201: taken back. 200: it was taken back before. 404: there is none.")
    @Requires("series:decide")
    @PostMapping("/series/decisions/{id}/undo")
    ResponseEntity<DecisionReceipt> undo(@PathVariable UUID id, @RequestBody Undoing asked) {
        return receipt(desk.undo(id, EnteredReason.of(AskedList.text(asked.reason()))), false);
    }

    private static ResponseEntity<DecisionReceipt> receipt(
            SeriesDesk.Deciding outcome, boolean inForce) {
        return switch (outcome) {
            case SeriesDesk.Deciding.Decided(UUID id) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new DecisionReceipt(id.toString(), inForce));
            case SeriesDesk.Deciding.AlreadySo(UUID id) ->
                    ResponseEntity.ok(new DecisionReceipt(id.toString(), inForce));
            case SeriesDesk.Deciding.Absent() -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }

    private static LinkStanding verdict(String typed) {
        return switch (typed) {
            case "confirmed" -> LinkStanding.CONFIRMED;
            case "rejected" -> LinkStanding.REJECTED;
            default ->
                    throw ProblemFound.with(
                            WebProblem.INVALID_INPUT,
                            List.of(Violation.at("verdict", "series.wrong.verdict", typed)));
        };
    }

    /** An id or a number; one that leads nowhere is as absent as one that may not be seen. */
    private ReportId report(String field, String typed) {
        Optional<ReportReference> reference = ReportReference.read(typed);
        if (reference.isPresent()) {
            return references
                    .find(reference.get())
                    .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        }
        try {
            return new ReportId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at(field, "series.wrong.report", typed)));
        }
    }
}
