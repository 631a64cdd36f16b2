package az.qalxan.assets;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Statements of banks read in from a file, and transfers and freezes written out to one. */
@Controller
@RequestMapping("/assets")
class StatementController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final List<String> SAMPLE =
            List.of(
                    "M-2026-100000",
                    "AZ21NABZ00000000137010001944",
                    "250.00",
                    "AZN",
                    "2026-11-23T14:30",
                    "",
                    "",
                    "TRX-1");

    private final Standings standings;
    private final TrailPages pages;
    private final Statements statements;
    private final AssetsFiles files;
    private final CurrentCaller callers;

    StatementController(
            Standings standings,
            TrailPages pages,
            Statements statements,
            AssetsFiles files,
            CurrentCaller callers) {
        this.standings = standings;
        this.pages = pages;
        this.statements = statements;
        this.files = files;
        this.callers = callers;
    }

    /** Reads a statement; {@code go=store} keeps its right rows, anything else only checks. */
    @Requires("assets:create")
    @PostMapping("/trail/{scope}/statement")
    String read(
            @PathVariable String scope,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "bank") String knownBy,
            @RequestParam(required = false) @Nullable String verified,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String go,
            Model model)
            throws IOException {
        Statements.Sheet sheet =
                TrailController.sheet(
                        standings.require(scope), knownBy, verified != null, document);
        List<RawTransfer> rows = rows(file);
        Statements.Outcome outcome =
                go.equals("store")
                        ? statements.store(sheet, rows, callers.require())
                        : statements.check(sheet, rows);
        model.addAttribute(
                "page", pages.of(sheet.standing(), TracingRule.FIRST_IN_FIRST_OUT, outcome));
        return "assets/trail";
    }

    private static List<RawTransfer> rows(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return StatementFile.read(content);
        }
    }

    /** An example of a statement, to be filled in. */
    @Requires("assets:create")
    @GetMapping("/statement-sample.csv")
    ResponseEntity<String> sample() {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, StatementFile.COLUMNS)) {
            csv.row(SAMPLE);
        }
        return csv("statement-sample", out.toString());
    }

    /** Every transfer of a report or case; the export is recorded. */
    @Requires("assets:export")
    @GetMapping("/trail/{scope}/transfers.csv")
    @Transactional
    public ResponseEntity<String> transfers(@PathVariable String scope) {
        Standing standing = standings.require(scope);
        return csv(standing.label() + "-transfers", files.transfers(standing));
    }

    /** The freezes of a report or case; the export is recorded. */
    @Requires("assets:export")
    @GetMapping("/trail/{scope}/freezes.csv")
    @Transactional
    public ResponseEntity<String> freezes(@PathVariable String scope) {
        Standing standing = standings.require(scope);
        return csv(standing.label() + "-freezes", files.freezes(standing));
    }

    private static ResponseEntity<String> csv(String name, String content) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".csv\"")
                .body(content);
    }
}
