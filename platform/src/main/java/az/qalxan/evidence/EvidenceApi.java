package az.qalxan.evidence;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exhibits and their chains for programs. Signatures are for people: no program hands over. */
@RestController
@RequestMapping("/api/evidence")
@Tag(name = "Evidence")
class EvidenceApi {

    private final Exhibits exhibits;
    private final ExhibitPages pages;
    private final BasisChoice bases;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final CurrentCaller callers;

    EvidenceApi(
            Exhibits exhibits,
            ExhibitPages pages,
            BasisChoice bases,
            CaseDesk cases,
            AuditLog audit,
            CurrentCaller callers) {
        this.exhibits = exhibits;
        this.pages = pages;
        this.bases = bases;
        this.cases = cases;
        this.audit = audit;
        this.callers = callers;
    }

    @Operation(summary = "The exhibits of a case that the caller sees; the view is recorded")
    @Requires("evidence:read")
    @GetMapping("/cases/{number}/exhibits")
    @Transactional
    public List<ExhibitMessage> ofCase(@PathVariable String number) {
        CaseNumber asked = CaseDesk.number(number);
        audit.record(EvidenceAct.LISTED, AuditSubject.of("case", asked), Map.of("as", "program"));
        return exhibits.ofCase(asked).stream().map(ExhibitMessage::of).toList();
    }

    @Operation(summary = "One exhibit; the view is recorded")
    @Requires("evidence:read")
    @GetMapping("/exhibits/{id}")
    @Transactional
    public ExhibitMessage exhibit(@PathVariable UUID id) {
        return ExhibitMessage.of(viewed(id));
    }

    @Operation(summary = "The chain of custody of an exhibit, the oldest link first")
    @Requires("evidence:read")
    @GetMapping("/exhibits/{id}/custody")
    @Transactional
    public List<ExhibitMessage.LinkMessage> custody(@PathVariable UUID id) {
        return exhibits.custody(viewed(id).id()).events().stream()
                .map(one ->
                        new ExhibitMessage.LinkMessage(
                                one.sequence(),
                                one.at(),
                                one.kind(),
                                one.author(),
                                one.body(),
                                one.words(),
                                one.details(),
                                one.entry()))
                .toList();
    }

    private Exhibit viewed(UUID id) {
        Exhibit exhibit = exhibits.require(id);
        audit.record(
                EvidenceAct.VIEWED,
                AuditSubject.of("exhibit", exhibit.id()),
                Map.of("number", exhibit.number().toString(), "as", "program"));
        return exhibit;
    }

    @Operation(
            summary = "Register an exhibit",
            description = "Fields as on the form; moments are local, as 2026-11-27T14:30.")
    @Requires("evidence:create")
    @PostMapping("/exhibits")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public ExhibitMessage register(@RequestBody ExhibitForm form) {
        cases.require(form.caseNumber() == null ? "" : form.caseNumber());
        return ExhibitMessage.of(
                exhibits.register(form.read(bases, pages.now()), callers.require()));
    }
}
