package az.qalxan.transmission.mail;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
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

/** Secure e-mail: what went out, what came, and the originals. */
@Controller
@RequestMapping("/messages/mail")
class MailController {

    private final MailStore store;
    private final MailSettings settings;
    private final AuditLog audit;
    private final CurrentCaller callers;

    MailController(MailStore store, MailSettings settings, AuditLog audit, CurrentCaller callers) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.callers = callers;
    }

    /** The list, and whether servers are configured at all. */
    record ListPage(List<MailStore.Row> rows, boolean sends, boolean fetches) {

        ListPage {
            rows = List.copyOf(rows);
        }
    }

    @Requires("transmission:read")
    @GetMapping
    @Transactional
    public String list(Model model) {
        audit.record(MailAct.VIEWED, AuditSubject.of("mailbox", callers.require().body()));
        model.addAttribute(
                "page", new ListPage(store.rows(), settings.sends(), settings.fetches()));
        return "transmission/mail/list";
    }

    /** The bytes of a mail as they came. */
    @Requires("transmission:read")
    @GetMapping("/{id}/original")
    @Transactional
    public ResponseEntity<byte[]> original(@PathVariable UUID id) {
        byte[] original =
                store.original(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(MailAct.ORIGINAL, AuditSubject.of("mail", id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"mail-" + id + ".eml\"")
                .body(original);
    }

    @Requires("transmission:update")
    @PostMapping("/{id}/again")
    @Transactional
    public String again(@PathVariable UUID id) {
        if (!store.again(id)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(MailAct.QUEUED, AuditSubject.of("mail", id));
        return "redirect:/messages/mail";
    }
}
