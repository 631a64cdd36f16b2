package az.qalxan.strategy.progress;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands documents of evidence out, so that no browser opens them in the page's place. */
@Controller
class DocumentController {

    private static final String SEALED = "sandbox; default-src 'none'";

    private final EvidenceStore evidence;
    private final AuditLog audit;

    DocumentController(EvidenceStore evidence, AuditLog audit) {
        this.evidence = evidence;
        this.audit = audit;
    }

    @Requires("strategy:export")
    @GetMapping({"/strategy/progress/evidence/{id}", "/api/strategy/evidence/{id}"})
    @Transactional
    public ResponseEntity<byte[]> document(@PathVariable UUID id) {
        Evidence found = evidence.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!(found.item() instanceof Evidence.Document document)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        byte[] content =
                evidence.content(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(ProgressAct.EVIDENCE_OPENED, AuditSubject.of("evidence", id));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SEALED)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }
}
