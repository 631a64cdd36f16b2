package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Advisories while people work on them: the form, its preview, approvals, the next edition. */
@Controller
@RequestMapping("/advisories/drafts")
class AdvisoryDraftController {

    private static final String FORM = "exchange/advisory/form";
    private static final String TO = "redirect:/advisories/drafts/";

    private final AdvisoryPages pages;
    private final AdvisoryDesk desk;
    private final AdvisoryRelease release;
    private final AuditLog audit;
    private final CurrentCaller callers;

    AdvisoryDraftController(
            AdvisoryPages pages,
            AdvisoryDesk desk,
            AdvisoryRelease release,
            AuditLog audit,
            CurrentCaller callers) {
        this.pages = pages;
        this.desk = desk;
        this.release = release;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("advisory:decide")
    @GetMapping
    @Transactional
    public String list(Model model) {
        Caller caller = callers.require();
        audit.record(AdvisoryAct.LIST_VIEWED, AuditSubject.of("advisory-drafts", caller.body()));
        model.addAttribute("page", pages.drafts(caller));
        return "exchange/advisory/drafts";
    }

    @Requires("advisory:create")
    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", pages.form(callers.require(), "", AdvisoryForm.empty()));
        return FORM;
    }

    /** Keeps it, or shows what it would become. */
    @Requires("advisory:create")
    @PostMapping
    ModelAndView enter(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(defaultValue = "save") String what) {
        Caller caller = callers.require();
        AdvisoryForm form = AdvisoryForm.of(posted);
        return what.equals("save") && form.wrong().isEmpty()
                ? new ModelAndView(TO + desk.write(caller, form))
                : again(caller, "", form);
    }

    @Requires("advisory:decide")
    @GetMapping("/{number}")
    @Transactional
    public String page(@PathVariable String number, Model model) {
        Caller caller = callers.require();
        Advisory one = desk.seen(caller, number);
        audit.record(AdvisoryAct.VIEWED, AuditSubject.of(AdvisoryDesk.SUBJECT, number));
        model.addAttribute("page", pages.draft(caller, one));
        return "exchange/advisory/draft";
    }

    @Requires("advisory:create")
    @GetMapping("/{number}/edit")
    @Transactional(readOnly = true)
    public String edit(@PathVariable String number, Model model) {
        Caller caller = callers.require();
        Advisory one = desk.seen(caller, number);
        if (!one.draft()) {
            throw ProblemFound.of(AdvisoryProblem.MOVED_ON);
        }
        model.addAttribute("page", pages.form(caller, number, one.said()));
        return FORM;
    }

    @Requires("advisory:create")
    @PostMapping("/{number}")
    ModelAndView change(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(defaultValue = "save") String what) {
        Caller caller = callers.require();
        AdvisoryForm form = AdvisoryForm.of(posted);
        if (!what.equals("save") || !form.wrong().isEmpty()) {
            return again(caller, number, form);
        }
        desk.change(caller, number, form);
        return new ModelAndView(TO + number);
    }

    private ModelAndView again(Caller caller, String number, AdvisoryForm form) {
        AdvisoryPages.FormPage page = pages.form(caller, number, form);
        ModelAndView again = new ModelAndView(FORM, "page", page);
        if (!page.violations().isEmpty()) {
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return again;
    }

    @Requires("advisory:create")
    @PostMapping("/{number}/ask")
    String ask(@PathVariable String number) {
        desk.ask(callers.require(), number);
        return TO + number;
    }

    @Requires("advisory:create")
    @PostMapping("/{number}/withdraw")
    String withdraw(@PathVariable String number) {
        desk.withdraw(callers.require(), number);
        return TO + number;
    }

    @Requires("advisory:create")
    @PostMapping("/{number}/reopen")
    String reopen(@PathVariable String number) {
        desk.reopen(callers.require(), number);
        return TO + number + "/edit";
    }

    @Requires("advisory:decide")
    @PostMapping("/{number}/approve")
    String approve(@PathVariable String number) {
        release.approve(callers.require(), number);
        return TO + number;
    }

    @Requires("advisory:decide")
    @PostMapping("/{number}/send-back")
    String sendBack(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        release.sendBack(callers.require(), number, words);
        return TO + number;
    }
}
