package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The owner's own pages: rules of notification, delegations, figures. */
@Controller
@RequestMapping("/notices/owners/{id}")
class PortalController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String TO = "redirect:/notices/owners/";

    private final PortalDesk desk;
    private final Owners owners;
    private final OwnerFiguresStore figures;
    private final HookSending hooks;
    private final NoticePack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;

    PortalController(
            PortalDesk desk,
            Owners owners,
            OwnerFiguresStore figures,
            HookSending hooks,
            NoticePack pack,
            AuditLog audit,
            CurrentCaller callers) {
        this.desk = desk;
        this.owners = owners;
        this.figures = figures;
        this.hooks = hooks;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
    }

    /** The key of a new hook. */
    record KeyPage(Owner owner, String url, String key) {}

    @Requires("notice:update")
    @PostMapping("/rule")
    String rule(@PathVariable UUID id, @ModelAttribute OwnerRuleForm form, Model model) {
        List<Violation> wrong = new ArrayList<>();
        OwnerRule rule = form.read(pack.taxonomy(), hooks.local(), wrong);
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        Optional<String> key = desk.rule(callers.require(), id, rule);
        if (key.isEmpty()) {
            return TO + id + "#rule";
        }
        model.addAttribute("page", new KeyPage(owners.find(id), rule.hookUrl(), key.get()));
        return "exchange/notice/hook-key";
    }

    @Requires("notice:update")
    @PostMapping("/delegations")
    String delegate(@PathVariable UUID id, @ModelAttribute Typed typed) {
        desk.delegate(callers.require(), id, typed.asked());
        return TO + id + "#delegations";
    }

    /** A delegation as it was typed. */
    record Typed(
            @Nullable String claim,
            @Nullable String body,
            @Nullable String person,
            @Nullable String until) {

        PortalDesk.Asked asked() {
            return new PortalDesk.Asked(
                    OwnerForm.bare(claim),
                    OwnerForm.bare(body),
                    OwnerForm.bare(person),
                    OwnerForm.bare(until));
        }
    }

    @Requires("notice:update")
    @PostMapping("/delegations/{delegation}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID delegation) {
        desk.revoke(callers.require(), id, delegation);
        return TO + id + "#delegations";
    }

    /** Figures of an owner. */
    record FiguresPage(Owner owner, OwnerFigures figures, Taxonomy taxonomy) {

        String type(OwnerFigures.Kind kind, Text text) {
            return taxonomy.known(kind.type()).name().in(text.language().code());
        }

        /** In days with a tenth, as people compare them. */
        String days(@Nullable Duration median) {
            return median == null
                    ? ""
                    : "%.1f"
                            .formatted(
                                    median.toSeconds() / (double) Duration.ofDays(1).toSeconds());
        }
    }

    private FiguresPage figures(UUID id) {
        Owner owner = owners.find(id);
        Caller caller = callers.require();
        if (!PortalDesk.speaksFor(caller, owner)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new FiguresPage(owner, figures.of(id), pack.taxonomy());
    }

    @Requires("notice:read")
    @GetMapping("/figures")
    @Transactional(readOnly = true)
    public String figures(@PathVariable UUID id, Model model) {
        model.addAttribute("page", figures(id));
        return "exchange/notice/owner-figures";
    }

    @Requires("notice:read")
    @GetMapping("/figures.csv")
    @Transactional
    public ResponseEntity<String> csv(@PathVariable UUID id) {
        FiguresPage page = figures(id);
        audit.record(
                NoticeAct.EXPORTED,
                AuditSubject.of("network-owner", id),
                Map.of("list", "figures"));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out, List.of("month", "type", "seen", "fixed", "open", "median_seconds"))) {
            for (OwnerFigures.Month one : page.figures().months()) {
                Duration median = one.median();
                csv.row(
                        Arrays.asList(
                                one.month().toString(),
                                "",
                                one.seen(),
                                one.fixed(),
                                one.open(),
                                median == null ? null : median.toSeconds()));
            }
            for (OwnerFigures.Kind one : page.figures().kinds()) {
                csv.row(
                        Arrays.asList(
                                "",
                                one.type(),
                                one.seen(),
                                one.fixed(),
                                one.seen() - one.fixed(),
                                null));
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-network-figures.csv\"")
                .body(out.toString());
    }
}
