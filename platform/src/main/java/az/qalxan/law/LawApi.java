package az.qalxan.law;

import az.qalxan.engines.law.Participation;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Published;
import az.qalxan.web.WebProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The recorded law for programs. */
@RestController
@RequestMapping("/api/law")
class LawApi {

    private final LawReading reading;
    private final MatrixPages matrices;
    private final RowPages rows;

    LawApi(LawReading reading, MatrixPages matrices, RowPages rows) {
        this.reading = reading;
        this.matrices = matrices;
        this.rows = rows;
    }

    /** An instrument with what holds of it on the day. */
    record InstrumentAnswer(
            OpenTable.Row instrument,
            List<OpenTable.Row> provisions,
            List<OpenTable.Row> steps,
            List<OpenTable.Row> statements,
            List<OpenTable.Row> powers,
            List<Stand> participations) {

        static InstrumentAnswer of(InstrumentPage page) {
            LawView view = page.view();
            String id = page.head().fact().id();
            return new InstrumentAnswer(
                    OpenTable.Row.of(page.head(), view),
                    page.articles().stream()
                            .map(one -> OpenTable.Row.of(one.held(), view))
                            .toList(),
                    page.steps().values().stream()
                            .flatMap(List::stream)
                            .map(one -> OpenTable.Row.of(one, view))
                            .toList(),
                    page.statements().stream().map(one -> OpenTable.Row.of(one, view)).toList(),
                    page.powers().stream().map(one -> OpenTable.Row.of(one, view)).toList(),
                    page.head().fact().state() != null
                            ? List.of()
                            : view.states().stream()
                                    .map(state ->
                                            Stand.of(
                                                    view.book()
                                                            .participation(id, state, view.on())))
                                    .toList());
        }
    }

    /** Where a state stands with a treaty. */
    record Stand(String state, String stage, @Nullable String since, String standing) {

        static Stand of(Participation one) {
            return new Stand(
                    one.state().code(),
                    one.stage().name(),
                    one.since() == null ? null : one.since().toString(),
                    one.standing().name());
        }
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/instruments/{id}")
    ResponseEntity<String> instrument(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        return Published.json(
                InstrumentPage.of(reading.of(on, known), id)
                        .map(InstrumentAnswer::of)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)),
                request);
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/matrix/{treaty}")
    ResponseEntity<String> matrix(
            @PathVariable String treaty,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        LawView view = reading.of(on, known);
        return Published.json(OpenMatrix.of(view, matrices.matrix(view, treaty).matrix()), request);
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/rows/{kind}")
    ResponseEntity<String> table(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        return Published.json(
                OpenTable.of(reading.of(on, known), OpenDataController.kind(kind)).rows(), request);
    }

    /** A fact with all that was ever recorded of it. */
    record RowAnswer(OpenTable.@Nullable Row row, List<Recorded> history) {}

    /** What was recorded of a fact, and from when to when. */
    record Recorded(
            OpenTable.Days valid,
            String recordedFrom,
            @Nullable String recordedUntil,
            tools.jackson.databind.JsonNode fact) {

        static Recorded of(Recording one) {
            return new Recorded(
                    OpenTable.Days.of(one.valid()),
                    one.from().toString(),
                    one.until() == null ? null : one.until().toString(),
                    one.fact());
        }
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/rows/{kind}/{*key}")
    ResponseEntity<String> row(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        LawView view = reading.of(on, known);
        RowPage page =
                rows.of(view, LawController.line(kind, key))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return Published.json(
                new RowAnswer(
                        page.held() == null ? null : OpenTable.Row.of(page.held(), view),
                        page.history().stream().map(Recorded::of).toList()),
                request);
    }

    @OpenToEveryone("Which standards a state has adopted is public.")
    @GetMapping("/standards")
    ResponseEntity<String> standards(
            @RequestParam(defaultValue = "") String known, WebRequest request) {
        return Published.json(
                StandardsPage.of(reading.of("", known)).places().stream().map(Place::of).toList(),
                request);
    }

    /** A place of the catalogue of standards. */
    record Place(int place, String state, StandardSlot standard, @Nullable String newest) {

        static Place of(StandardsPage.Place one) {
            return new Place(
                    one.slot().place(),
                    one.state(),
                    one.slot(),
                    one.behind() == null ? null : one.behind().edition());
        }
    }
}
