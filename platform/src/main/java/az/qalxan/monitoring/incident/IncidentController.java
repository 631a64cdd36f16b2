package az.qalxan.monitoring.incident;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Incidents: the list, each one, and what people do with it. */
@Controller
@RequestMapping("/incidents")
class IncidentController {

    private static final String NUMBER = "/{number}";
    private static final int PAGES_MAX = 1_000;

    private final Incidents incidents;
    private final IncidentPages pages;
    private final Informing informing;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    IncidentController(
            Incidents incidents,
            IncidentPages pages,
            Informing informing,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.incidents = incidents;
        this.pages = pages;
        this.informing = informing;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /** What was asked of the list. */
    record Asked(
            @Nullable String state,
            @Nullable String severity,
            @Nullable String category,
            @Nullable String body) {

        IncidentLists.Filter filter(int page) {
            return new IncidentLists.Filter(
                    state != null && IncidentLists.STATES.contains(state) ? state : "open",
                    severity == null ? "" : severity,
                    category == null ? "" : category,
                    body == null ? "" : body,
                    Math.clamp(page, 0, PAGES_MAX));
        }
    }

    @Requires("incident:read")
    @GetMapping
    @Transactional
    public String list(Asked asked, @RequestParam(defaultValue = "0") int page, Model model) {
        IncidentLists.Filter filter = asked.filter(page);
        audit.record(IncidentAct.LISTED, AuditSubject.of("incidents", filter.state()));
        model.addAttribute("page", pages.list(filter));
        return "monitoring/incident/list";
    }

    @Requires("incident:read")
    @GetMapping(NUMBER)
    @Transactional
    public String one(@PathVariable String number, HttpServletRequest request, Model model) {
        Incident incident = incidents.view(number);
        model.addAttribute(
                "page", pages.page(incident, callers.require(), frames.of(request).text()));
        return "monitoring/incident/incident";
    }

    private static String to(String number) {
        return "redirect:/incidents/" + number;
    }

    @Requires("incident:update")
    @PostMapping(NUMBER + "/acknowledge")
    String acknowledge(@PathVariable String number) {
        incidents.acknowledge(number, callers.require());
        return to(number);
    }

    @Requires("incident:update")
    @PostMapping(NUMBER + "/comment")
    String comment(@PathVariable String number, @RequestParam(defaultValue = "") String words) {
        incidents.comment(number, words, callers.require());
        return to(number) + "#steps";
    }

    @Requires("incident:update")
    @PostMapping(NUMBER + "/category")
    String category(@PathVariable String number, @RequestParam(defaultValue = "") String category) {
        incidents.categorise(number, category, callers.require());
        return to(number);
    }

    @Requires("incident:update")
    @PostMapping(NUMBER + "/close")
    String close(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words) {
        incidents.close(number, outcome, words, callers.require());
        return to(number);
    }

    @Requires("incident:update")
    @PostMapping(NUMBER + "/merge")
    String merge(@PathVariable String number, @RequestParam(defaultValue = "") String into) {
        return to(incidents.merge(number, into, callers.require()).number().value());
    }

    /** Opens a case from an incident. */
    @Requires("casework:create")
    @PostMapping(NUMBER + "/case")
    String become(@PathVariable String number) {
        return "redirect:/cases/" + incidents.become(number, callers.require());
    }

    /** Tells another centre or body. */
    @Requires("incident:export")
    @PostMapping(NUMBER + "/notices")
    String tell(@PathVariable String number, @ModelAttribute Notice notice) {
        informing.tell(number, notice.wanted(), callers.require());
        return to(number) + "#notices";
    }

    /** A notice as it was typed. */
    record Notice(
            @Nullable String receiver,
            @Nullable String way,
            @Nullable String address,
            @Nullable String words) {

        Informing.Wanted wanted() {
            return new Informing.Wanted(of(receiver), of(way), of(address), of(words));
        }

        private static String of(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }
}
