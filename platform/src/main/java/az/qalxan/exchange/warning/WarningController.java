package az.qalxan.exchange.warning;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Warnings, for those who send them and for those whom they reach. */
@Controller
@RequestMapping("/warnings")
class WarningController {

    private static final String TO = "redirect:/warnings/";

    private final WarningPages pages;
    private final WarningStore store;
    private final WarningDesk desk;
    private final WarningRelease release;
    private final WarningReceipts receipts;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final CurrentCaller callers;

    WarningController(
            WarningPages pages,
            WarningStore store,
            WarningDesk desk,
            WarningRelease release,
            WarningReceipts receipts,
            AccessPolicy policy,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.store = store;
        this.desk = desk;
        this.release = release;
        this.receipts = receipts;
        this.policy = policy;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("warning:read")
    @GetMapping
    @Transactional
    public String list(@RequestParam(defaultValue = "all") String show, Model model) {
        Caller caller = callers.require();
        String known = WarningPages.SHOWN.contains(show) ? show : "all";
        audit.record(WarningAct.LIST_VIEWED, AuditSubject.of("warning-list", caller.body()));
        model.addAttribute("page", pages.list(caller, known));
        return "exchange/warning/warnings";
    }

    @Requires("warning:decide")
    @GetMapping("/figures")
    @Transactional(readOnly = true)
    public String figures(Model model) {
        model.addAttribute("page", pages.figures(callers.require()));
        return "exchange/warning/figures";
    }

    @Requires("warning:read")
    @GetMapping("/{number}")
    @Transactional
    public String page(@PathVariable String number, Model model) {
        Caller caller = callers.require();
        Warning warning = find(number);
        if (policy.permits(
                caller,
                new Right(GuardedModule.WARNING, Verb.UPDATE),
                caller.body(),
                warning.said().handling())) {
            receipts.opened(warning, caller);
        }
        audit.record(WarningAct.VIEWED, AuditSubject.of(WarningDesk.SUBJECT, number));
        model.addAttribute("page", pages.page(caller, warning, sees(caller, warning)));
        return "exchange/warning/warning";
    }

    /** Whether the caller sees how a warning came about and who has it. */
    private boolean sees(Caller caller, Warning warning) {
        BodyCode sender = new BodyCode(warning.body());
        boolean decides =
                warning.body().equals(caller.body().value())
                        && policy.permits(
                                caller,
                                new Right(GuardedModule.WARNING, Verb.DECIDE),
                                sender,
                                warning.said().handling());
        return decides
                || policy.ceiling(
                                caller,
                                new Right(GuardedModule.WARNING, Verb.READ),
                                az.qalxan.access.Reach.ANY)
                        .filter(top -> warning.said().handling().compareTo(top) <= 0)
                        .isPresent();
    }

    private Warning find(String number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Requires("warning:create")
    @PostMapping("/{number}/ask")
    String ask(@PathVariable String number) {
        desk.ask(callers.require(), number);
        return TO + number;
    }

    @Requires("warning:create")
    @PostMapping("/{number}/withdraw")
    String withdraw(@PathVariable String number) {
        desk.withdraw(callers.require(), number);
        return TO + number;
    }

    @Requires("warning:decide")
    @PostMapping("/{number}/approve")
    String approve(@PathVariable String number) {
        release.approve(callers.require(), number);
        return TO + number;
    }

    @Requires("warning:decide")
    @PostMapping("/{number}/send-back")
    String sendBack(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        release.sendBack(callers.require(), number, words);
        return TO + number;
    }

    @Requires("warning:administer")
    @PostMapping("/{number}/fast")
    String fast(@PathVariable String number) {
        release.fast(callers.require(), number);
        return TO + number;
    }

    @Requires("warning:decide")
    @PostMapping("/{number}/second")
    String second(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String words) {
        release.second(callers.require(), number, agrees.equals("yes"), words);
        return TO + number;
    }

    @Requires("warning:update")
    @PostMapping("/{number}/acknowledge")
    String acknowledge(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        receipts.acknowledge(callers.require(), number, words);
        return TO + number;
    }
}
