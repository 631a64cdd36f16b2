package az.qalxan.casework;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.TakenReports;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts reports into cases and lets them go. A report may stand in several cases; the first one
 * decides what its reporter reads.
 */
@Component
class CaseReports {

    private static final Right DECIDE = Right.parse("reporting:decide");

    private final HeldReports held;
    private final ReportDesk desk;
    private final ReportLists lists;
    private final TakenReports taken;
    private final CaseDesk cases;
    private final AccessPolicy policy;
    private final Clock clock;

    CaseReports(
            HeldReports held,
            ReportDesk desk,
            ReportLists lists,
            TakenReports taken,
            CaseDesk cases,
            AccessPolicy policy,
            Clock clock) {
        this.held = held;
        this.desk = desk;
        this.lists = lists;
        this.taken = taken;
        this.cases = cases;
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes waiting reports; gives how many, or the problem that somebody decided all of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int take(CaseHead head, List<ReportId> asked, String author) {
        List<ReportId> accepted = desk.accept(asked, head.number().value(), head.compartment());
        if (accepted.isEmpty()) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        held.attach(head, accepted, author, clock.instant());
        cases.note(
                head,
                Noted.by(author, CaseworkAct.REPORTS_ADDED, "reports-added")
                        .with(String.valueOf(accepted.size())));
        return accepted.size();
    }

    /** Puts one report into a case: a waiting one is taken, one of another case is shared. */
    @Transactional
    public void attach(CaseNumber number, ReportId report, Caller caller) {
        CaseFile file = cases.file(number);
        if (!(file instanceof CaseFile.OpenCase)) {
            throw ProblemFound.of(CaseworkProblem.CASE_STATE, file.code());
        }
        switch (state(report)) {
            case "waiting" -> {
                if (!policy.permits(caller, DECIDE)) {
                    throw ProblemFound.of(WebProblem.FORBIDDEN);
                }
                take(file.head(), List.of(report), caller.name());
            }
            case "accepted" -> share(file.head(), report, caller);
            default -> throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
    }

    private void share(CaseHead head, ReportId report, Caller caller) {
        if (held.attach(head, List.of(report), caller.name(), clock.instant()) == 1) {
            cases.note(
                    head,
                    Noted.by(caller.name(), CaseworkAct.REPORTS_ADDED, "reports-shared").with("1"));
        }
    }

    /** Lets a report go; the one that this case took goes to the next case, or waits again. */
    @Transactional
    public void detach(CaseNumber number, UUID link, String reason, Caller caller) {
        CaseHead head = cases.file(number).head();
        HeldReport place = place(head, link);
        HeldReports.Leaving leaving = new HeldReports.Leaving(link, reason, caller.name());
        if (!held.detach(head, leaving, clock.instant())) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        String next = held.next(place.report(), head).map(CaseNumber::value).orElse("");
        taken.leave(place.report(), number.value(), next);
        cases.note(
                head,
                Noted.by(caller.name(), CaseworkAct.REPORT_DETACHED, "report-detached")
                        .with(reason));
    }

    /** Undoes {@link #detach}. */
    @Transactional
    public void putBack(CaseNumber number, UUID link, Caller caller) {
        CaseHead head = cases.file(number).head();
        HeldReport place = place(head, link);
        if (place.detachedAt() == null) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        String state = state(place.report());
        boolean back =
                state.equals("accepted")
                        || (state.equals("waiting")
                                && taken.rejoin(
                                        place.report(), number.value(), head.compartment()));
        if (!back
                || held.attach(head, List.of(place.report()), caller.name(), clock.instant())
                        != 1) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        cases.note(head, Noted.by(caller.name(), CaseworkAct.REPORTS_ADDED, "report-put-back"));
    }

    private HeldReport place(CaseHead head, UUID link) {
        return held.find(head, link).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private String state(ReportId report) {
        return lists.of(List.of(report)).stream()
                .findFirst()
                .map(row -> row.state())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
