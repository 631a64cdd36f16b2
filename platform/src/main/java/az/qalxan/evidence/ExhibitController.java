package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exhibits to look at and to register: a body's, a case's, one of them. */
@Controller
@RequestMapping("/evidence")
class ExhibitController {

    private static final int ROWS = 100;
    private static final int PART_ROWS = 8;

    private final Exhibits exhibits;
    private final ExhibitStore store;
    private final ExhibitPages pages;
    private final BasisChoice bases;
    private final EvidencePack pack;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    ExhibitController(
            Exhibits exhibits,
            ExhibitStore store,
            ExhibitPages pages,
            BasisChoice bases,
            EvidencePack pack,
            CaseDesk cases,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.exhibits = exhibits;
        this.store = store;
        this.pages = pages;
        this.bases = bases;
        this.pack = pack;
        this.cases = cases;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * A body's exhibits.
     *
     * @param next the exhibit behind which the next page starts; empty on the last one
     */
    record ListPage(List<ExhibitLine> lines, ExhibitFilter filter, String next) {

        ListPage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("evidence:read")
    @GetMapping
    @Transactional
    public String list(
            @ModelAttribute ExhibitFilter filter, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        audit.record(EvidenceAct.LISTED, AuditSubject.of("exhibit-list", caller.body()), Map.of());
        List<Exhibit> found = store.ofBody(caller, filter, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Exhibit> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page",
                new ListPage(
                        pages.lines(shown, language(request)),
                        filter,
                        more ? shown.getLast().id().toString() : ""));
        return "evidence/list";
    }

    /** The exhibits of a case, as a part of its page. */
    record CasePart(String caseNumber, List<ExhibitLine> lines, int count, boolean open) {

        CasePart {
            lines = List.copyOf(lines);
        }
    }

    @Requires("evidence:read")
    @GetMapping("/of-case/{number}")
    @Transactional
    public String ofCase(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseHead head = cases.require(number);
        List<Exhibit> found = store.ofCase(head.number());
        listed(head.number());
        model.addAttribute(
                "page",
                new CasePart(
                        head.number().value(),
                        pages.lines(found.stream().limit(PART_ROWS).toList(), language(request)),
                        found.size(),
                        head.body().equals(callers.require().body())));
        return "evidence/part";
    }

    private Language language(HttpServletRequest request) {
        return frames.of(request).text().language();
    }

    private void listed(CaseNumber number) {
        audit.record(EvidenceAct.LISTED, AuditSubject.of("case", number), Map.of());
    }

    /** What the form of a new exhibit offers. */
    record NewPage(
            CaseHead head, List<BasisChoice.Choice> bases, EvidencePack.PackRule rule, String now) {

        NewPage {
            bases = List.copyOf(bases);
        }

        List<ExhibitKind> kinds() {
            return List.of(ExhibitKind.values());
        }

        List<DataClass> classes() {
            return List.of(DataClass.values());
        }

        List<OriginKind> origins() {
            return List.of(OriginKind.values());
        }
    }

    @Requires("evidence:create")
    @GetMapping("/exhibits/new")
    @Transactional(readOnly = true)
    public String fresh(@RequestParam(name = "case") String number, Model model) {
        Typed.Now now = pages.now();
        model.addAttribute(
                "page",
                new NewPage(
                        cases.require(number),
                        bases.on(now.today()),
                        pack.admission(),
                        now.field()));
        return "evidence/new";
    }

    @Requires("evidence:create")
    @PostMapping("/exhibits")
    @Transactional
    public String register(@ModelAttribute ExhibitForm form) {
        cases.require(form.caseNumber() == null ? "" : form.caseNumber());
        Exhibit made = exhibits.register(form.read(bases, pages.now()), callers.require());
        return "redirect:" + made.path();
    }

    @Requires("evidence:read")
    @GetMapping("/exhibits/{id}")
    @Transactional
    public String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Exhibit exhibit = exhibits.require(id);
        viewed(exhibit);
        model.addAttribute("page", pages.of(exhibit, callers.require(), frames.of(request)));
        return "evidence/exhibit";
    }

    private void viewed(Exhibit exhibit) {
        audit.record(
                EvidenceAct.VIEWED,
                AuditSubject.of("exhibit", exhibit.id()),
                Map.of("number", exhibit.number().toString()));
    }
}
