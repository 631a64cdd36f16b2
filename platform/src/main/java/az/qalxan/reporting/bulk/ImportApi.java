package az.qalxan.reporting.bulk;

import az.qalxan.reporting.FileProgress;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs: send the file, look at what is wrong, start, watch, pause. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
class ImportApi {

    private final ImportDesk desk;
    private final PageFrames frames;

    ImportApi(ImportDesk desk, PageFrames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    /** One wrong field of one row. */
    record WrongCell(int row, String field, String message) {}

    /**
     * A file that was checked.
     *
     * @param repeated whether the body had sent the same file before; the id is that of the earlier
     *     import
     * @param first the first wrong cells
     */
    record CheckedFile(UUID id, int rows, int wrong, boolean repeated, List<WrongCell> first) {

        CheckedFile {
            first = List.copyOf(first);
        }
    }

    @Operation(
            summary = "Send a CSV file (RFC 4180, UTF-8, header row); it is checked, not stored",
            description =
                    "201: checked. 200: the body has sent the same file before; the answer is that"
                            + " import. 422: not a CSV file of reports.")
    @Requires("reporting:create")
    @PostMapping(consumes = "text/csv")
    ResponseEntity<CheckedFile> receive(
            @RequestParam(defaultValue = "import.csv") String name, HttpServletRequest request)
            throws IOException {
        Text text = frames.of(request).text();
        Imports.Received received = desk.receive(name, request.getInputStream());
        List<WrongCell> first =
                received.preview().first().stream().flatMap(row -> cells(row, text)).toList();
        return ResponseEntity.status(received.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(
                        new CheckedFile(
                                received.id(),
                                received.preview().rows(),
                                received.preview().wrong(),
                                received.repeated(),
                                first));
    }

    private static java.util.stream.Stream<WrongCell> cells(ImportFile.Wrong row, Text text) {
        return row.violations().stream()
                .map(wrong -> new WrongCell(row.row(), wrong.location(), wrong.in(text)));
    }

    @Operation(summary = "How far an import is")
    @Requires("reporting:create")
    @GetMapping("/{id}")
    FileProgress standing(@PathVariable UUID id) {
        return desk.find(id).progress();
    }

    @Operation(
            summary = "Start a checked import or go on with a paused one; wrong rows are left out")
    @Requires("reporting:create")
    @PostMapping("/{id}/start")
    FileProgress start(@PathVariable UUID id) {
        return desk.start(id).progress();
    }

    @Operation(summary = "Pause a running import; what is stored stays")
    @Requires("reporting:create")
    @PostMapping("/{id}/pause")
    FileProgress pause(@PathVariable UUID id) {
        return desk.pause(id).progress();
    }

    @Operation(summary = "Drop a checked or paused import; what is stored stays")
    @Requires("reporting:create")
    @PostMapping("/{id}/drop")
    FileProgress drop(@PathVariable UUID id) {
        return desk.drop(id).progress();
    }
}
