package az.qalxan.monitoring.incident;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.monitoring.criterion.Attack;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What active rules cover of ATT&CK, and what of it was found. */
@Controller
@RequestMapping("/incidents/attack")
class AttackController {

    static final Set<Integer> DAYS = Set.of(7, 30, 90, 365);
    private static final int DAYS_USUAL = 30;

    private final Attack attack;
    private final CoverageStore store;
    private final AuditLog audit;
    private final Clock clock;

    AttackController(Attack attack, CoverageStore store, AuditLog audit, Clock clock) {
        this.attack = attack;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The matrix.
     *
     * @param show all, covered or gaps
     */
    record MatrixPage(Attack attack, Coverage coverage, int days, String show) {

        boolean shows(Coverage.Cell cell) {
            return switch (show) {
                case "covered" -> cell.rules() > 0 || cell.findings() > 0;
                case "gaps" -> cell.rules() == 0;
                default -> true;
            };
        }
    }

    @Requires("incident:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String matrix(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "all") String show,
            Model model) {
        int span = DAYS.contains(days) ? days : DAYS_USUAL;
        Coverage coverage =
                Coverage.of(
                        attack,
                        store.active(),
                        store.hits(clock.instant().minus(Duration.ofDays(span))));
        model.addAttribute("page", new MatrixPage(attack, coverage, span, show));
        return "monitoring/incident/attack";
    }

    /** A technique with the rules that name it and the alerts that it made. */
    record TechniquePage(
            Attack attack,
            Attack.Technique technique,
            List<CoverageStore.ActiveRule> rules,
            List<Alert> alerts,
            int days) {

        TechniquePage {
            rules = List.copyOf(rules);
            alerts = List.copyOf(alerts);
        }
    }

    @Requires("incident:read")
    @GetMapping("/{technique}")
    @Transactional
    public String technique(
            @PathVariable String technique,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        Attack.Technique known =
                attack.technique(technique)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        audit.record(IncidentAct.ALERTS_LISTED, AuditSubject.of("alerts", known.id()));
        int span = DAYS.contains(days) ? days : DAYS_USUAL;
        List<CoverageStore.ActiveRule> rules =
                store.active().stream()
                        .filter(one -> Attack.techniquesIn(one.tags()).contains(technique))
                        .toList();
        List<Alert> alerts = store.alerts(technique, clock.instant().minus(Duration.ofDays(span)));
        model.addAttribute("page", new TechniquePage(attack, known, rules, alerts, span));
        return "monitoring/incident/technique";
    }
}
