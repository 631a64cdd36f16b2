package az.qalxan.monitoring.incident;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.monitoring.criterion.Severity;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts: the list, each one, and what people make of it. */
@Controller
@RequestMapping("/incidents/alerts")
class AlertController {

    private static final int PAGES_MAX = 1_000;

    private final IncidentPages pages;
    private final Incidents incidents;
    private final AuditLog audit;
    private final CurrentCaller callers;

    AlertController(
            IncidentPages pages, Incidents incidents, AuditLog audit, CurrentCaller callers) {
        this.pages = pages;
        this.incidents = incidents;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("incident:read")
    @GetMapping
    @Transactional
    public String list(
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        boolean waiting = !show.equals("all");
        audit.record(IncidentAct.ALERTS_LISTED, AuditSubject.of("alerts", show(waiting)));
        model.addAttribute("page", pages.alerts(waiting, Math.clamp(page, 0, PAGES_MAX)));
        return "monitoring/incident/alerts";
    }

    private static String show(boolean waiting) {
        return waiting ? "waiting" : "all";
    }

    @Requires("incident:read")
    @GetMapping("/{id}")
    @Transactional
    public String one(@PathVariable UUID id, Model model) {
        IncidentPages.AlertPage page =
                pages.alert(id, incidents.mayAct(id, callers.require()))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(IncidentAct.ALERTS_LISTED, AuditSubject.of("alert", id));
        model.addAttribute("page", page);
        return "monitoring/incident/alert";
    }

    @Requires("incident:create")
    @PostMapping("/{id}/raise")
    String raise(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String words) {
        Severity asked =
                Arrays.stream(Severity.values())
                        .filter(one -> one.code().equals(severity))
                        .findAny()
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(
                                                Violation.at(
                                                        "severity",
                                                        "criterion.wrong.severity",
                                                        severity))));
        Incident raised = incidents.raise(id, asked, words, callers.require());
        return "redirect:" + raised.path();
    }

    @Requires("incident:update")
    @PostMapping("/{id}/dismiss")
    String dismiss(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        incidents.dismiss(id, words, callers.require());
        return "redirect:/incidents/alerts";
    }
}
