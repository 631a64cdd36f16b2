package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
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

/** Published advisories, own and of others, for whoever may read them. */
@Controller
@RequestMapping("/advisories")
class AdvisoryController {

    private final AdvisoryPages pages;
    private final AdvisoryFileStore files;
    private final AdvisoryIntake intake;
    private final AuditLog audit;
    private final CurrentCaller callers;

    AdvisoryController(
            AdvisoryPages pages,
            AdvisoryFileStore files,
            AdvisoryIntake intake,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.files = files;
        this.intake = intake;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("advisory:read")
    @GetMapping
    @Transactional
    public String list(Model model) {
        Caller caller = callers.require();
        audit.record(AdvisoryAct.LIST_VIEWED, AuditSubject.of("advisory-list", caller.body()));
        model.addAttribute("page", pages.list(caller));
        return "exchange/advisory/advisories";
    }

    @Requires("advisory:read")
    @GetMapping("/files/{id}")
    @Transactional
    public String page(@PathVariable UUID id, Model model) {
        AdvisoryFile file = find(id);
        audit.record(AdvisoryAct.VIEWED, AuditSubject.of(AdvisoryDesk.SUBJECT, file.number()));
        model.addAttribute("page", pages.file(callers.require(), file));
        return "exchange/advisory/advisory";
    }

    @Requires("advisory:read")
    @GetMapping("/files/{id}/csaf")
    @Transactional
    public ResponseEntity<byte[]> download(@PathVariable UUID id) {
        AdvisoryFile file = find(id);
        audit.record(
                AdvisoryAct.EXPORTED,
                AuditSubject.of(AdvisoryDesk.SUBJECT, file.number()),
                Map.of("form", "csaf"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.filename() + "\"")
                .body(files.document(id).getBytes(StandardCharsets.UTF_8));
    }

    private AdvisoryFile find(UUID id) {
        return files.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** What another provider published, as a file. */
    @Requires("advisory:create")
    @PostMapping("/import")
    String take(@RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > AdvisoryIntake.DOCUMENT_BYTES_MAX) {
            throw ProblemFound.of(WebProblem.TOO_LARGE);
        }
        return "redirect:/advisories/files/" + intake.take(callers.require(), file.getBytes());
    }
}
