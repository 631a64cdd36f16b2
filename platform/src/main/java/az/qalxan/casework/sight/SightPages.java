package az.qalxan.casework.sight;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CompartmentEntry;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Compartments;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Reader;
import az.qalxan.access.Right;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseMembers;
import az.qalxan.casework.CaseNotice;
import az.qalxan.casework.Seclusion;
import az.qalxan.casework.WaitingWork;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the pages of who sees a case, and what other pages say of it. */
@Component
class SightPages implements CaseNotice, WaitingWork {

    private static final Right CONSENT = Right.parse("casework:administer");
    private static final Right AUDIT = Right.parse("audit:read");
    private static final Right READ = Right.parse("casework:read");

    private final CaseDesk cases;
    private final CaseMembers members;
    private final Compartments compartments;
    private final Seclusion seclusion;
    private final BreakGlassStore glass;
    private final AccessPolicy policy;
    private final Colleagues colleagues;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final PageFrames frames;
    private final Clock clock;

    SightPages(
            CaseDesk cases,
            CaseMembers members,
            Compartments compartments,
            Seclusion seclusion,
            BreakGlassStore glass,
            AccessPolicy policy,
            Colleagues colleagues,
            CurrentCaller callers,
            AuditLog audit,
            PageFrames frames,
            Clock clock) {
        this.cases = cases;
        this.members = members;
        this.compartments = compartments;
        this.seclusion = seclusion;
        this.glass = glass;
        this.policy = policy;
        this.colleagues = colleagues;
        this.callers = callers;
        this.audit = audit;
        this.frames = frames;
        this.clock = clock;
    }

    AccessPage access(CaseHead head, HttpServletRequest request) {
        Text text = frames.of(request).text();
        Instant now = clock.instant();
        List<CompartmentEntry> entries = compartments.entries(seclusion.past(head));
        String me = callers.require().account().toString();
        return new AccessPage(
                cases.top(head, "access", request),
                members.of(head),
                readers(head, text),
                entries,
                glass.of(head),
                colleagues.ofCaller(),
                !head.restricted() || standsInside(head, me, now),
                now);
    }

    private boolean standsInside(CaseHead head, String account, Instant now) {
        CompartmentId compartment = head.compartment();
        return compartment != null
                && compartments.entries(List.of(compartment)).stream()
                        .anyMatch(entry ->
                                entry.account().equals(account)
                                        && entry.open(now)
                                        && !entry.brokenIn());
    }

    private List<AccessPage.ByRule> readers(CaseHead head, Text text) {
        return policy.readers(GuardedModule.CASEWORK, head.body(), head.handling()).stream()
                .map(reader -> rule(reader, text))
                .toList();
    }

    private static AccessPage.ByRule rule(Reader reader, Text text) {
        return new AccessPage.ByRule(
                text.of("role." + reader.role().code()),
                text.pick(reader.reasonAz(), reader.reasonEn()));
    }

    @Transactional(readOnly = true)
    public BreakGlassPage breakGlass(String number) {
        Caller caller = callers.require();
        Instant now = clock.instant();
        return new BreakGlassPage(
                number,
                glass.askedBy(caller),
                policy.permits(caller, CONSENT) ? glass.waitingFor(caller, now) : List.of(),
                glass.alarms(caller),
                now);
    }

    @Transactional
    public AlarmsPage alarms() {
        Caller caller = callers.require();
        audit.record(SightAct.ALARMS_READ, AuditSubject.of("journal", "alarms"));
        return new AlarmsPage(
                glass.approved(),
                glass.alarmsForAuditor(caller).stream()
                        .map(BreakGlass::id)
                        .collect(Collectors.toSet()),
                clock.instant());
    }

    /** The last breaking of the glass stands over the case for ever. */
    @Override
    public List<Notice> about(CaseHead head, Text text) {
        return glass.of(head).stream()
                .limit(1)
                .flatMap(last ->
                        last.decision()
                                        instanceof
                                        BreakGlass.Decision.Approved(var decider, var at, var until)
                                ? java.util.stream.Stream.of(
                                        new Notice(
                                                "bad",
                                                text.of(
                                                        "break-glass.notice",
                                                        last.name(),
                                                        decider,
                                                        text.time(at),
                                                        text.time(until)),
                                                "/cases/" + head.number() + "/access#broken"))
                                : java.util.stream.Stream.empty())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        List<Item> items = new ArrayList<>();
        if (policy.permits(caller, CONSENT)) {
            add(
                    items,
                    "home.consents",
                    glass.waitingFor(caller, clock.instant()).size(),
                    "/break-glass#decide");
        }
        if (policy.permits(caller, READ)) {
            add(items, "home.alarms", glass.alarms(caller).size(), "/break-glass#alarms");
        }
        if (policy.permits(caller, AUDIT)) {
            add(items, "home.alarms", glass.alarmsForAuditor(caller).size(), "/alarms");
        }
        return items;
    }

    private static void add(List<Item> items, String key, long count, String path) {
        if (count > 0) {
            items.add(new Item(key, count, path, true));
        }
    }
}
