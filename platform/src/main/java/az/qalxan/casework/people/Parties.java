package az.qalxan.casework.people;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.Noted;
import az.qalxan.casework.PartyStatusChanged;
import az.qalxan.casework.PartyStruck;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the parties of a case. */
@Component
class Parties {

    private final CaseDesk cases;
    private final PartyStore store;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Parties(
            CaseDesk cases,
            PartyStore store,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The parties of a case, to be shown; each view of each party is recorded. */
    @Transactional
    public List<Party> view(CaseHead head) {
        List<Party> parties = store.of(head);
        audit.record(
                PeopleAct.VIEWED,
                AuditSubject.of("case", head.number()),
                Map.of("people", String.valueOf(parties.size())));
        audit.recordAll(PeopleAct.VIEWED, "party", parties.stream().map(Party::id).toList());
        return parties;
    }

    @Transactional(readOnly = true)
    public Optional<Party> find(CaseHead head, UUID party) {
        return store.of(head).stream()
                .filter(one -> one.id().equals(party) && one.stands())
                .findFirst();
    }

    /** Whether somebody was entered from that report and stands. */
    @Transactional(readOnly = true)
    public boolean has(CaseHead head, ReportId report) {
        return store.of(head).stream().anyMatch(one -> one.stands() && report.equals(one.report()));
    }

    /** Enters a party with its first status. */
    @Transactional
    public void enter(CaseHead head, Party party, Caller caller) {
        store.enter(head, party);
        note(head, party.id(), Noted.by(caller.name(), PeopleAct.ENTERED, "party-entered"));
        party.statuses().forEach(status -> begin(head, party, status));
    }

    /**
     * Gives a party a status, and ends another one the day before when it takes its place.
     *
     * @param replaced code of the status that ends; empty for none
     */
    @Transactional
    public void change(CaseHead head, UUID party, PartyStatus status, String replaced) {
        Party before = known(head, party);
        if (!replaced.isEmpty()) {
            LocalDate last = status.since().minusDays(1);
            boolean young =
                    before.open(replaced).map(one -> one.since().isAfter(last)).orElse(false);
            end(
                    head,
                    party,
                    replaced,
                    new PartyStore.End(
                            young ? status.since() : last,
                            status.ground(),
                            status.author(),
                            clock.instant()));
        }
        begin(head, before, status);
    }

    private void begin(CaseHead head, Party party, PartyStatus status) {
        if (!store.begin(party.id(), status)) {
            throw EnteredText.wrong("status", "party.wrong.has-status", status.status());
        }
        note(
                head,
                party.id(),
                Noted.by(status.author(), PeopleAct.STATUS_BEGAN, "party-status-began")
                        .with(status.status()));
        publish(head, party, status.status(), status.since(), null);
    }

    /** Ends a status of a party. */
    @Transactional
    public void end(CaseHead head, UUID party, String status, PartyStore.End end) {
        Party before = known(head, party);
        LocalDate since =
                before.open(status)
                        .map(PartyStatus::since)
                        .orElseThrow(
                                () -> EnteredText.wrong("status", "party.wrong.no-status", status));
        if (!store.end(party, status, end)) {
            throw EnteredText.wrong("until", "party.wrong.until", end.until(), since);
        }
        note(
                head,
                party,
                Noted.by(end.author(), PeopleAct.STATUS_ENDED, "party-status-ended").with(status));
        publish(head, before, status, since, end.until());
    }

    /** Strikes an entry that was a mistake: its statuses end and its name goes. */
    @Transactional
    public void strike(CaseHead head, UUID party, String reason, Caller caller) {
        Party before = known(head, party);
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        for (PartyStatus status : before.statuses()) {
            if (status.until() == null) {
                LocalDate until = status.since().isAfter(today) ? status.since() : today;
                end(
                        head,
                        party,
                        status.status(),
                        new PartyStore.End(until, reason, caller.name(), clock.instant()));
            }
        }
        if (!store.strike(head, party, reason, clock.instant())) {
            throw ProblemFound.of(WebProblem.CONFLICT);
        }
        note(head, party, Noted.by(caller.name(), PeopleAct.STRUCK, "party-struck").with(reason));
        events.publishEvent(
                new PartyStruck(
                        head.number(),
                        head.body().value(),
                        party,
                        clock.instant(),
                        head.restricted()));
    }

    private Party known(CaseHead head, UUID party) {
        return find(head, party).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private void note(CaseHead head, UUID party, Noted step) {
        cases.note(head, step);
        audit.record(step.act(), AuditSubject.of("party", party));
    }

    private void publish(
            CaseHead head, Party party, String status, LocalDate since, @Nullable LocalDate until) {
        events.publishEvent(
                new PartyStatusChanged(
                        head.number(),
                        head.body().value(),
                        party.id(),
                        party.kind().code(),
                        party.report(),
                        status,
                        since,
                        until,
                        clock.instant(),
                        head.restricted()));
    }
}
