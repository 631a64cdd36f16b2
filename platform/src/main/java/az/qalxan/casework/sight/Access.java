package az.qalxan.casework.sight;

import az.qalxan.access.AccountId;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.access.CompartmentEntry;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Compartments;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseMember;
import az.qalxan.casework.CaseMembers;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.Noted;
import az.qalxan.casework.Seclusion;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people work on a case and see it, and ends that again. */
@Component
class Access {

    private final CaseDesk cases;
    private final CaseMembers members;
    private final Compartments compartments;
    private final Seclusion seclusion;
    private final Clock clock;

    Access(
            CaseDesk cases,
            CaseMembers members,
            Compartments compartments,
            Seclusion seclusion,
            Clock clock) {
        this.cases = cases;
        this.members = members;
        this.compartments = compartments;
        this.seclusion = seclusion;
        this.clock = clock;
    }

    /** Why and for how long somebody is let in. */
    record Grounds(String reason, @Nullable Instant until) {}

    /** Lets a person of the case's body work on it; a restricted one opens for that person. */
    @Transactional
    public void join(CaseHead head, Colleague colleague, Grounds grounds, Caller caller) {
        CompartmentId compartment = head.compartment();
        if (compartment != null) {
            admit(compartment, colleague, grounds, caller);
        }
        if (members.join(
                        head,
                        new CaseMember(colleague.account().toString(), colleague.name(), false))
                || compartment != null) {
            cases.note(
                    head, noted(caller, SightAct.MEMBER_JOINED, "joined").with(colleague.name()));
        }
    }

    private void admit(
            CompartmentId compartment, Colleague colleague, Grounds grounds, Caller caller) {
        Compartments.Admission admission =
                new Compartments.Admission(colleague.account(), grounds.until(), grounds.reason());
        if (!compartments.admit(compartment, admission, caller)
                && entry(compartment, colleague.account().toString()).isEmpty()) {
            throw EnteredText.wrong("account", "case.wrong.not-admitted");
        }
    }

    /** Ends a member's work; in a restricted case the member's access ends with it. */
    @Transactional
    public void leave(CaseHead head, String account, String reason, Caller caller) {
        CaseMember member = member(head, account);
        if (!members.leave(head, account)) {
            throw EnteredText.wrong("account", "case.wrong.lead-stays");
        }
        CompartmentId compartment = head.compartment();
        if (compartment != null) {
            entry(compartment, account).ifPresent(entry -> end(compartment, entry.id(), reason));
        }
        cases.note(
                head,
                noted(caller, SightAct.MEMBER_LEFT, "left").with(member.name() + " · " + reason));
    }

    /** Ends one entry of a restricted case. */
    @Transactional
    public void end(CaseHead head, UUID entry, String reason, Caller caller) {
        CompartmentId compartment = head.compartment();
        if (compartment == null) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        CompartmentEntry known =
                compartments.entries(List.of(compartment)).stream()
                        .filter(one -> one.id().equals(entry))
                        .findFirst()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        end(compartment, entry, reason);
        cases.note(
                head,
                noted(caller, SightAct.ACCESS_ENDED, "access-ended")
                        .with(known.name() + " · " + reason));
    }

    private void end(CompartmentId compartment, UUID entry, String reason) {
        if (!compartments.end(compartment, entry, reason)) {
            throw EnteredText.wrong("account", "case.wrong.last-inside");
        }
    }

    @Transactional
    public void lead(CaseHead head, String account, Caller caller) {
        CaseMember member = member(head, account);
        if (!members.lead(head, account)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        cases.note(head, noted(caller, SightAct.LEAD_NAMED, "lead-named").with(member.name()));
    }

    /** Shows the case to its members alone. */
    @Transactional
    public void restrict(CaseHead head, String reason, Caller caller) {
        if (head.restricted()) {
            throw ProblemFound.of(WebProblem.CONFLICT);
        }
        members.join(head, new CaseMember(caller.account().toString(), caller.name(), false));
        CompartmentId compartment = compartments.found(caller, reason);
        for (CaseMember member : members.of(head)) {
            account(member)
                    .ifPresent(account ->
                            compartments.admit(
                                    compartment,
                                    new Compartments.Admission(account, null, reason),
                                    caller));
        }
        seclusion.hide(head, compartment, new Seclusion.Grounds(caller.name(), reason));
    }

    /** Shows a restricted case to its body again. */
    @Transactional
    public void lift(CaseHead head, String reason, Caller caller) {
        if (!head.restricted()) {
            throw ProblemFound.of(WebProblem.CONFLICT);
        }
        seclusion.lift(head, new Seclusion.Grounds(caller.name(), reason));
    }

    private static Optional<AccountId> account(CaseMember member) {
        try {
            return Optional.of(new AccountId(UUID.fromString(member.account())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<CompartmentEntry> entry(CompartmentId compartment, String account) {
        return compartments.entries(List.of(compartment)).stream()
                .filter(one -> one.account().equals(account) && one.open(clock.instant()))
                .findFirst();
    }

    private CaseMember member(CaseHead head, String account) {
        return members.of(head).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static Noted noted(Caller caller, SightAct act, String kind) {
        return Noted.by(caller.name(), act, kind);
    }
}
