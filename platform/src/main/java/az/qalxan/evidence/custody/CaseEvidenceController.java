package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitLine;
import az.qalxan.evidence.ExhibitPages;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.Typed;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The evidence of one case: its exhibits, its transfers, how it ended. */
@Controller
@RequestMapping("/evidence/cases/{number}")
class CaseEvidenceController {

    private static final List<String> KINDS = List.of("verdict", "terminated", "reopened");

    private final Exhibits exhibits;
    private final ExhibitPages pages;
    private final CustodyTransferStore transfers;
    private final TransferPages transferPages;
    private final CaseEnds ends;
    private final EvidenceRights rights;
    private final EvidencePack pack;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    CaseEvidenceController(
            Exhibits exhibits,
            ExhibitPages pages,
            CustodyTransferStore transfers,
            TransferPages transferPages,
            CaseEnds ends,
            EvidenceRights rights,
            EvidencePack pack,
            CaseDesk cases,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.exhibits = exhibits;
        this.pages = pages;
        this.transfers = transfers;
        this.transferPages = transferPages;
        this.ends = ends;
        this.rights = rights;
        this.pack = pack;
        this.cases = cases;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * The evidence of a case; whoever only holds some of it sees that.
     *
     * @param head the case; null when the viewer only holds exhibits of it
     * @param undecided those without a decision, for the form of one
     * @param end how the case ended; null while it goes on
     * @param due from when on exhibits go back
     */
    record CaseEvidence(
            String number,
            @Nullable CaseHead head,
            List<ExhibitLine> lines,
            List<Exhibit> undecided,
            List<TransferLine> transfers,
            @Nullable CaseEnd end,
            @Nullable LocalDate due,
            EvidencePack.PackClock clock,
            EvidencePack.PackRule rule,
            May may) {

        /** What the viewer may do. */
        record May(boolean register, boolean decide, boolean give) {}

        CaseEvidence {
            lines = List.copyOf(lines);
            undecided = List.copyOf(undecided);
            transfers = List.copyOf(transfers);
        }
    }

    @Requires("evidence:read")
    @GetMapping
    @Transactional
    public String page(@PathVariable String number, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        Language language = frames.of(request).text().language();
        CaseNumber asked = CaseDesk.number(number);
        @Nullable CaseHead head = cases.find(asked).orElse(null);
        List<Exhibit> found = exhibits.ofCase(asked);
        if (head == null && found.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(CustodyAct.LISTED, AuditSubject.of("case", asked), Map.of("list", "case"));
        @Nullable CaseEnd end = ends.of(asked).orElse(null);
        model.addAttribute(
                "page",
                new CaseEvidence(
                        asked.value(),
                        head,
                        pages.lines(found, language),
                        found.stream()
                                .filter(one ->
                                        one.admission() == null && one.alive() && !one.copy())
                                .filter(one -> rights.may(caller, Verb.DECIDE, one))
                                .toList(),
                        transferPages.lines(transfers.ofCase(asked), caller, language),
                        end,
                        end == null ? null : ends.due(end),
                        pack.clock("return"),
                        pack.admission(),
                        new CaseEvidence.May(
                                head != null && head.body().equals(caller.body()),
                                found.stream()
                                        .anyMatch(one -> rights.may(caller, Verb.DECIDE, one)),
                                found.stream().anyMatch(one -> rights.gives(caller, one)))));
        return "evidence/custody/case";
    }

    /** Enters when a verdict or a termination took effect, or that the case goes on. */
    @Requires("evidence:decide")
    @PostMapping("/end")
    @Transactional
    public String end(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String inForceOn,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String words) {
        Caller caller = callers.require();
        CaseNumber asked = CaseDesk.number(number);
        boolean may =
                exhibits.ofCase(asked).stream()
                        .anyMatch(one -> rights.may(caller, Verb.DECIDE, one));
        if (!may) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        Typed.Now now = pages.now();
        Typed typed = new Typed();
        if (!KINDS.contains(kind)) {
            typed.wrong("kind", "evidence.wrong.choice");
        }
        CaseEnd end =
                new CaseEnd(
                        kind,
                        kind.equals("reopened") ? null : typed.pastDay("inForceOn", inForceOn, now),
                        typed.name("document", document),
                        typed.maybe("words", words),
                        now.at(),
                        caller.name());
        typed.pass();
        ends.enter(asked, end, caller);
        return "redirect:/evidence/cases/" + asked;
    }
}
