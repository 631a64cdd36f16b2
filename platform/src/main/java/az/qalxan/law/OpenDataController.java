package az.qalxan.law;

import az.qalxan.engines.law.Instrument;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Published;
import az.qalxan.web.WebProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The recorded law as open data: files of every table. */
@Controller
class OpenDataController {

    private static final String TABLE = "/law/data/{table}";
    private static final String MATRIX = "/law/data/matrix/{treaty}";

    private final LawReading reading;
    private final MatrixPages matrices;

    OpenDataController(LawReading reading, MatrixPages matrices) {
        this.reading = reading;
        this.matrices = matrices;
    }

    /** The tables, how many rows each has, and until when what is shown is known. */
    record DataPage(LawView view, List<Table> tables, List<Instrument> treaties, Instant moment) {

        DataPage {
            tables = List.copyOf(tables);
            treaties = List.copyOf(treaties);
        }
    }

    /** A table. */
    record Table(FactKind kind, int rows) {}

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/law/data")
    String page(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        LawView view = reading.of(on, known);
        model.addAttribute(
                "page",
                new DataPage(
                        view,
                        Arrays.stream(FactKind.values())
                                .map(kind ->
                                        new Table(kind, OpenTable.of(view, kind).rows().size()))
                                .toList(),
                        matrices.treaties(view),
                        reading.moment()));
        return "law/data";
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping(TABLE + ".csv")
    ResponseEntity<String> csv(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        LawView view = reading.of(on, known);
        return Published.csv(
                OpenTable.of(view, kind(table)).csv(),
                "qalxan-law-%s-%s.csv".formatted(table, view.on()),
                request);
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping(TABLE + ".json")
    ResponseEntity<String> json(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        return Published.json(OpenTable.of(reading.of(on, known), kind(table)).rows(), request);
    }

    static FactKind kind(String table) {
        return FactKind.of(table).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping(MATRIX + ".csv")
    ResponseEntity<String> matrixCsv(
            @PathVariable String treaty,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        LawView view = reading.of(on, known);
        return Published.csv(
                matrix(view, treaty).csv(),
                "qalxan-law-matrix-%s-%s.csv".formatted(safe(treaty), view.on()),
                request);
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping(MATRIX + ".json")
    ResponseEntity<String> matrixJson(
            @PathVariable String treaty,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            WebRequest request) {
        return Published.json(matrix(reading.of(on, known), treaty), request);
    }

    private OpenMatrix matrix(LawView view, String treaty) {
        return OpenMatrix.of(view, matrices.matrix(view, treaty).matrix());
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
