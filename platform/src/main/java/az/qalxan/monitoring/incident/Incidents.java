package az.qalxan.monitoring.incident;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseOpening;
import az.qalxan.casework.Cases;
import az.qalxan.monitoring.criterion.Rsit;
import az.qalxan.monitoring.criterion.Severity;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with incidents; each step and its record are one transaction. */
@Component
class Incidents {

    static final Set<String> OUTCOMES =
            Set.of("true-positive", "false-positive", "benign", "duplicate");
    static final int WORDS_MIN = 3;
    static final int WORDS_MAX = 4_000;

    private static final Right UPDATE = Right.parse("incident:update");
    private static final Right EXPORT = Right.parse("incident:export");

    private final IncidentStore store;
    private final AlertStore alerts;
    private final IncidentSteps steps;
    private final Judging judging;
    private final Rsit rsit;
    private final Cases cases;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Incidents(
            IncidentStore store,
            AlertStore alerts,
            IncidentSteps steps,
            Judging judging,
            Rsit rsit,
            Cases cases,
            AccessPolicy policy,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.steps = steps;
        this.judging = judging;
        this.rsit = rsit;
        this.cases = cases;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Shows an incident; the view is recorded. */
    @Transactional
    public Incident view(String number) {
        Incident incident = require(number);
        audit.record(IncidentAct.VIEWED, Judging.subject(incident.number()));
        return incident;
    }

    private Incident require(String number) {
        if (!IncidentNumber.fits(number)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return store.find(new IncidentNumber(number))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Whether that caller may act upon it. */
    boolean mayAct(Incident incident, Caller caller) {
        return policy.permits(caller, UPDATE, new BodyCode(incident.body()), incident.handling());
    }

    /** Whether that caller may act upon it and tell others of it. */
    boolean mayTell(Incident incident, Caller caller) {
        return mayAct(incident, caller)
                && policy.permits(
                        caller, EXPORT, new BodyCode(incident.body()), incident.handling());
    }

    /** Whether that caller may act upon an alert that is in sight. */
    boolean mayAct(UUID alert, Caller caller) {
        return alerts.of(List.of(alert)).stream()
                .anyMatch(one ->
                        policy.permits(caller, UPDATE, new BodyCode(one.body()), one.handling()));
    }

    private Incident acting(String number, Caller caller) {
        Incident incident = require(number);
        if (!mayAct(incident, caller)) {
            throw ProblemFound.of(IncidentProblem.NOT_YOURS);
        }
        return incident;
    }

    /** The incident as it stands while nobody else files or moves anything of its body. */
    private Incident held(String number, Caller caller) {
        alerts.lock(acting(number, caller).body());
        return acting(number, caller);
    }

    private void note(Incident incident, Noted noted, Caller caller) {
        steps.add(
                incident.id(),
                new IncidentSteps.Step(
                        clock.instant(),
                        noted.kind(),
                        caller.name(),
                        noted.detail(),
                        noted.words()));
        audit.record(
                noted.act(),
                Judging.subject(incident.number()),
                noted.detail().isEmpty() ? Map.of() : Map.of("detail", noted.detail()));
    }

    /** A step as it is written down. */
    private record Noted(IncidentAct act, String kind, String detail, String words) {}

    private Incident.Done done(Caller caller) {
        return new Incident.Done(clock.instant(), caller.name());
    }

    @Transactional
    public void acknowledge(String number, Caller caller) {
        Incident incident = acting(number, caller);
        if (!store.acknowledge(incident, done(caller))) {
            throw ProblemFound.of(IncidentProblem.STATE);
        }
        note(incident, new Noted(IncidentAct.ACKNOWLEDGED, "acknowledged", "", ""), caller);
    }

    @Transactional
    public void comment(String number, String words, Caller caller) {
        Incident incident = acting(number, caller);
        note(
                incident,
                new Noted(IncidentAct.COMMENTED, "commented", "", checked(words, "words")),
                caller);
    }

    static String checked(String typed, String field) {
        String bare = typed.strip();
        if (bare.length() < WORDS_MIN || bare.length() > WORDS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    field,
                                    "incident.wrong.length",
                                    bare.length(),
                                    WORDS_MIN,
                                    WORDS_MAX)));
        }
        return bare;
    }

    @Transactional
    public void categorise(String number, String category, Caller caller) {
        Incident incident = acting(number, caller);
        if (rsit.find(category).isEmpty()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("category", "incident.wrong.category", category)));
        }
        store.categorise(incident.id(), category, caller.name());
        note(incident, new Noted(IncidentAct.CATEGORISED, "categorised", category, ""), caller);
    }

    /** Ends an incident; what comes after is another one. */
    @Transactional
    public void close(String number, String outcome, String words, Caller caller) {
        Incident incident = held(number, caller);
        if (!OUTCOMES.contains(outcome)) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("outcome", "incident.wrong.outcome", outcome)));
        }
        String why = checked(words, "words");
        if (!store.close(incident, new Incident.Ending(done(caller), outcome))) {
            throw ProblemFound.of(IncidentProblem.STATE);
        }
        if (!incident.ofCountry()) {
            alerts.dismiss(store.alerts(incident.id()), clock.instant(), caller.name(), why);
        }
        note(incident, new Noted(IncidentAct.CLOSED, "closed", outcome, why), caller);
    }

    /** Makes one incident part of another one of the same body. */
    @Transactional
    public Incident merge(String number, String into, Caller caller) {
        Incident incident = held(number, caller);
        Incident target = acting(into.strip(), caller);
        boolean alike =
                incident.body().equals(target.body())
                        && incident.ofCountry() == target.ofCountry()
                        && !incident.id().equals(target.id())
                        && target.open();
        if (!alike) {
            throw ProblemFound.of(IncidentProblem.NOT_MERGEABLE);
        }
        if (!store.merge(incident, target.id())) {
            throw ProblemFound.of(IncidentProblem.STATE);
        }
        store.tie(target.id(), store.alerts(incident.id()), clock.instant());
        String other = target.number().value();
        note(incident, new Noted(IncidentAct.MERGED, "merged", other, ""), caller);
        note(
                target,
                new Noted(IncidentAct.MERGED, "absorbed", incident.number().value(), ""),
                caller);
        return target;
    }

    /**
     * Opens a case, which belongs to the caller's body. Its title names neither host nor person,
     * and the step not the case: either may be seen by people who do not see the other.
     */
    @Transactional
    public CaseNumber become(String number, Caller caller) {
        Incident incident = acting(number, caller);
        if (!incident.caseNumber().isEmpty()) {
            throw ProblemFound.of(IncidentProblem.HAS_CASE);
        }
        CaseNumber opened =
                cases.open(
                                new CaseOpening(
                                        incident.number()
                                                + ": "
                                                + rsit.name(incident.category(), "az"),
                                        caller.body(),
                                        incident.handling(),
                                        caller.name(),
                                        caller.account().toString(),
                                        List.of()))
                        .number();
        if (!store.become(incident.id(), opened.value())) {
            throw ProblemFound.of(IncidentProblem.HAS_CASE);
        }
        note(incident, new Noted(IncidentAct.BECAME_CASE, "became-case", "", ""), caller);
        return opened;
    }

    private Alert alert(UUID id) {
        return alerts.of(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Calls an alert an incident although no criterion does. */
    @Transactional
    public Incident raise(UUID alert, Severity severity, String words, Caller caller) {
        Alert known = mine(alert, caller);
        String why = checked(words, "words");
        alerts.lock(known.body());
        if (!store.openWith(List.of(alert), false).isEmpty()) {
            throw ProblemFound.of(IncidentProblem.STATE);
        }
        Incident raised = judging.raise(known, severity, caller.name());
        note(raised, new Noted(IncidentAct.RAISED, "raised", severity.code(), why), caller);
        return raised;
    }

    /** Sets an alert aside. */
    @Transactional
    public void dismiss(UUID alert, String words, Caller caller) {
        Alert known = mine(alert, caller);
        String why = checked(words, "words");
        alerts.dismiss(List.of(known.id()), clock.instant(), caller.name(), why);
        audit.record(
                IncidentAct.DISMISSED,
                AuditSubject.of("alert", known.id()),
                Map.of("title", known.title()));
    }

    private Alert mine(UUID alert, Caller caller) {
        Alert known = alert(alert);
        if (!policy.permits(caller, UPDATE, new BodyCode(known.body()), known.handling())) {
            throw ProblemFound.of(IncidentProblem.NOT_YOURS);
        }
        return known;
    }
}
