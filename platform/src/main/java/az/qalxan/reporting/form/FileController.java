package az.qalxan.reporting.form;

import az.qalxan.reporting.Attachments;
import az.qalxan.reporting.Attachments.Attached;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hands files of reports out to officials, never to be shown inside our pages. */
@Controller
@RequestMapping("/reports/{report}/files/{file}")
class FileController {

    private static final int PURPOSE_CHARS_MAX = 300;
    private static final String SEALED = "default-src 'none'; sandbox";

    private final Attachments attachments;

    FileController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The page that warns before a file is handed out. */
    record FilePage(UUID report, Attached file, boolean purposeNeeded, boolean purposeShort) {}

    @Requires("reporting:read")
    @GetMapping
    Object open(@PathVariable UUID report, @PathVariable UUID file) {
        return open(report, file, false, "");
    }

    /** The caller has read the warning, and said why when that was asked. */
    @Requires("reporting:read")
    @PostMapping
    Object confirmed(
            @PathVariable UUID report,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String purpose) {
        return open(
                report,
                file,
                true,
                purpose.substring(0, Math.min(purpose.length(), PURPOSE_CHARS_MAX)));
    }

    private Object open(UUID report, UUID file, boolean confirmed, String purpose) {
        return switch (attachments.open(new ReportId(report), file, confirmed, purpose)) {
            case Attachments.Opening.Opened(var attached, var content) ->
                    handedOut(attached, content);
            case Attachments.Opening.Asked(var attached, var purposeNeeded) ->
                    new ModelAndView(
                            "reporting/form/file",
                            Map.of(
                                    "page",
                                    new FilePage(report, attached, purposeNeeded, confirmed)));
            case Attachments.Opening.Absent() -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }

    @Requires("reporting:decide")
    @PostMapping("/release")
    String release(@PathVariable UUID report, @PathVariable UUID file) {
        if (!attachments.release(new ReportId(report), file)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/reports/" + report;
    }

    private static ResponseEntity<byte[]> handedOut(Attached file, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SEALED)
                .contentType(
                        file.open()
                                ? MediaType.parseMediaType(file.type())
                                : MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }
}
