package az.qalxan.evidence.dossier;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.evidence.Exhibit;
import az.qalxan.print.DetachedSigning;
import az.qalxan.print.Signer;
import az.qalxan.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports as pages: earlier ones, a new one with its preview, one of them, its file. */
@Controller
@RequestMapping("/evidence/dossiers")
class DossierController {

    private static final int ROWS = 100;
    private static final String READ = "evidence:read";
    private static final String EXPORT = "evidence:export";

    private final DossierDesk desk;
    private final DossierStore store;
    private final DossierOrders orders;
    private final CaseDesk cases;
    private final DetachedSigning signing;
    private final ShapesInUse shapes;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    DossierController(
            DossierDesk desk,
            DossierStore store,
            DossierOrders orders,
            CaseDesk cases,
            DetachedSigning signing,
            ShapesInUse shapes,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.orders = orders;
        this.cases = cases;
        this.signing = signing;
        this.shapes = shapes;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Earlier exports.
     *
     * @param caseNumber whose; empty for the caller's body
     */
    record Listed(String caseNumber, List<Dossier> dossiers, Instant now) {

        Listed {
            dossiers = List.copyOf(dossiers);
        }
    }

    @Requires(READ)
    @GetMapping
    @Transactional
    public String list(@RequestParam(name = "case", defaultValue = "") String number, Model model) {
        Caller caller = callers.require();
        List<Dossier> found;
        if (number.isEmpty()) {
            found = store.ofBody(caller.body().value(), ROWS);
            audit.record(
                    DossierAct.LISTED, AuditSubject.of("dossier-list", caller.body()), Map.of());
        } else {
            CaseHead head = cases.require(number);
            found = store.ofCase(head.number(), ROWS);
            audit.record(DossierAct.LISTED, AuditSubject.of("case", head.number()), Map.of());
        }
        model.addAttribute("page", new Listed(number, found, clock.instant()));
        return "evidence/dossier/list";
    }

    /** What a new export may have in it. */
    record Fresh(CaseHead head, List<DossierDesk.Offer> offers, List<Dossier> earlier) {

        Fresh {
            offers = List.copyOf(offers);
            earlier = List.copyOf(earlier);
        }

        List<Purpose> purposes() {
            return List.of(Purpose.values());
        }

        boolean any() {
            return offers.stream().anyMatch(DossierDesk.Offer::allowed);
        }
    }

    @Requires(EXPORT)
    @GetMapping("/new")
    @Transactional
    public String fresh(@RequestParam(name = "case") String number, Model model) {
        CaseHead head = cases.require(number);
        audit.record(DossierAct.LISTED, AuditSubject.of("case", head.number()), Map.of());
        model.addAttribute(
                "page",
                new Fresh(
                        head,
                        desk.offers(head, callers.require()),
                        store.ofCase(head.number(), 5)));
        return "evidence/dossier/new";
    }

    /** What would go out. */
    record Preview(
            CaseHead head,
            List<Exhibit> chosen,
            Dossier.Terms terms,
            Signer signer,
            boolean shapes) {

        Preview {
            chosen = List.copyOf(chosen);
        }

        String path(Exhibit exhibit) {
            return Chosen.path(exhibit);
        }

        long bytes() {
            return chosen.stream().mapToLong(DossierDesk::length).sum();
        }

        long undecided() {
            return chosen.stream().filter(one -> !one.admitted()).count();
        }

        long withoutBytes() {
            return chosen.stream().filter(one -> one.stored() == null).count();
        }
    }

    @Requires(EXPORT)
    @PostMapping("/preview")
    @Transactional
    public String preview(@ModelAttribute DossierForm form, Model model) {
        CaseHead head = cases.require(form.number());
        Dossier.Terms terms = form.terms();
        audit.record(DossierAct.LISTED, AuditSubject.of("case", head.number()), Map.of());
        model.addAttribute(
                "page",
                new Preview(
                        head,
                        desk.chosen(head, form.exhibits(), callers.require()),
                        terms,
                        signing.key().signer(clock.instant()),
                        shapes.present()));
        return "evidence/dossier/preview";
    }

    @Requires(EXPORT)
    @PostMapping
    public String order(@ModelAttribute DossierForm form) {
        return "redirect:" + orders.order(form, callers.require()).path();
    }

    /** One export. */
    record One(Dossier dossier, List<Exhibit> exhibits, boolean mayTake, Instant now) {

        One {
            exhibits = List.copyOf(exhibits);
        }

        boolean running() {
            return dossier.running(now);
        }

        boolean stopped() {
            return dossier.stopped(now);
        }

        boolean ready() {
            return dossier.state() == Dossier.State.READY;
        }
    }

    @Requires(READ)
    @GetMapping("/{id}")
    @Transactional
    public String page(@PathVariable UUID id, Model model) {
        Dossier dossier = desk.require(id);
        audit.record(DossierAct.VIEWED, AuditSubject.of("dossier", dossier.number()), Map.of());
        model.addAttribute("page", one(dossier));
        return "evidence/dossier/page";
    }

    /** How far it is; a part of its page that asks again until it is over. */
    @Requires(READ)
    @GetMapping("/{id}/progress")
    @Transactional(readOnly = true)
    public String progress(@PathVariable UUID id, Model model) {
        model.addAttribute("page", one(desk.require(id)));
        return "evidence/dossier/progress";
    }

    private One one(Dossier dossier) {
        List<Exhibit> within = desk.within(dossier);
        return new One(dossier, within, desk.mayTake(within, callers.require()), clock.instant());
    }

    @Requires(EXPORT)
    @GetMapping("/{id}/file")
    public ResponseEntity<Resource> file(@PathVariable UUID id) {
        return orders.file(id, callers.require());
    }
}
