package az.qalxan.law;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Period;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How recorded law changes: one person proposes, another one approves or refuses. */
@Component
class Proposals {

    private final ProposalStore store;
    private final RecordingStore recordings;
    private final Recorder recorder;
    private final ReviewStore reviews;
    private final LawShelf shelf;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            RecordingStore recordings,
            Recorder recorder,
            ReviewStore reviews,
            LawShelf shelf,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.recordings = recordings;
        this.recorder = recorder;
        this.reviews = reviews;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Puts a change before a second person. */
    @Transactional
    public UUID propose(Proposal.Change change, String reason, Caller caller) {
        if (outdated(change)) {
            throw ProblemFound.of(LawProblem.PROPOSAL_OUTDATED);
        }
        UUID id = store.insert(change, reason.strip(), sponsor(caller), clock.instant());
        record(LawAct.PROPOSED, id, change);
        return id;
    }

    private static Proposal.Sponsor sponsor(Caller caller) {
        return new Proposal.Sponsor(caller.account().toString(), caller.name());
    }

    /** Whether what it would change has changed since, or something stands where it would. */
    private boolean outdated(Proposal.Change change) {
        @Nullable UUID basedOn = change.basedOn();
        List<Recording> standing = recordings.standing(change.line());
        return basedOn == null
                ? standing.stream().anyMatch(one -> Splice.overlap(one.valid(), change.days()))
                : standing.stream().noneMatch(one -> one.id().equals(basedOn));
    }

    /** Takes over what a pack brought, so that somebody else can decide on it. */
    @Transactional
    public void support(UUID id, Caller caller) {
        Proposal proposal = open(id);
        if (!store.support(id, sponsor(caller))) {
            throw ProblemFound.of(LawProblem.PROPOSAL_DECIDED);
        }
        record(LawAct.SUPPORTED, id, proposal.change());
    }

    private Proposal open(UUID id) {
        return store.lock(id).orElseThrow(() -> notOpen(id));
    }

    private ProblemFound notOpen(UUID id) {
        return ProblemFound.of(
                store.find(id).isPresent() ? LawProblem.PROPOSAL_DECIDED : WebProblem.NOT_FOUND);
    }

    /** Approves somebody else's proposal and records it. */
    @Transactional
    public void approve(UUID id, String words, Caller caller) {
        recorder.lock();
        Proposal proposal = open(id);
        if (proposal.sponsor() == null) {
            throw ProblemFound.of(LawProblem.PROPOSAL_UNSUPPORTED);
        }
        if (proposal.isOf(caller.account().toString())) {
            throw ProblemFound.of(LawProblem.OWN_PROPOSAL);
        }
        if (outdated(proposal.change())) {
            throw ProblemFound.of(LawProblem.PROPOSAL_OUTDATED);
        }
        decide(id, Proposal.State.APPROVED, words, caller);
        record(LawAct.APPROVED, id, proposal.change());
        apply(proposal);
    }

    private void decide(UUID id, Proposal.State state, String words, Caller caller) {
        Proposal.Decision decision =
                new Proposal.Decision(
                        caller.account().toString(), caller.name(), clock.instant(), words.strip());
        if (!store.decide(id, state, decision)) {
            throw ProblemFound.of(LawProblem.PROPOSAL_DECIDED);
        }
    }

    private void apply(Proposal proposal) {
        Proposal.Change change = proposal.change();
        Record fact = fact(change);
        Recorder.Done done =
                recorder.put(change.line(), change.days(), change.fact(), proposal.id());
        if (change.line().kind() == FactKind.MAPPING) {
            reviews.close(change.line(), proposal.id(), done.at());
        }
        if (change.act() != Proposal.Act.STANDING) {
            reopen(proposal, fact, done);
        }
        events.publishEvent(new LawChanged(done.clauses()));
    }

    private void reopen(Proposal proposal, Record fact, Recorder.Done done) {
        Map<LineKey, Clause> cells =
                Reopening.of(shelf.now(), proposal.change().line().kind(), fact, done.clauses());
        if (cells.isEmpty()) {
            return;
        }
        reviews.open(
                List.copyOf(cells.keySet()),
                proposal.id(),
                cells.values().stream().map(Clause::toString).toList(),
                done.at());
        audit.recordAll(
                LawAct.REOPENED,
                "law-row",
                cells.keySet().stream().map(LineKey::toString).toList());
    }

    /** What would be recorded, or what would no longer be. */
    private Record fact(Proposal.Change change) {
        if (change.fact() != null) {
            return FactJson.read(change.line().kind(), change.fact(), change.days());
        }
        Recording before =
                Optional.ofNullable(change.basedOn())
                        .flatMap(recordings::find)
                        .orElseThrow(() -> ProblemFound.of(LawProblem.PROPOSAL_OUTDATED));
        return FactJson.read(change.line().kind(), before.fact(), before.valid());
    }

    /** Takes over several; the first one that cannot be ends all. */
    @Transactional
    public void supportAll(List<UUID> ids, Caller caller) {
        ids.forEach(id -> support(id, caller));
    }

    /** Approves several; the first one that cannot be ends all. */
    @Transactional
    public void approveAll(List<UUID> ids, Caller caller) {
        ids.forEach(id -> approve(id, "", caller));
    }

    /** Refuses somebody else's proposal. */
    @Transactional
    public void refuse(UUID id, String words, Caller caller) {
        Proposal proposal = open(id);
        if (proposal.isOf(caller.account().toString())) {
            throw ProblemFound.of(LawProblem.OWN_PROPOSAL);
        }
        decide(id, Proposal.State.REFUSED, words, caller);
        record(LawAct.REFUSED, id, proposal.change());
    }

    /** Takes one's own proposal back before anybody has decided. */
    @Transactional
    public void withdraw(UUID id, String words, Caller caller) {
        Proposal proposal = open(id);
        if (!proposal.isOf(caller.account().toString())) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        decide(id, Proposal.State.WITHDRAWN, words, caller);
        record(LawAct.WITHDRAWN, id, proposal.change());
    }

    private void record(LawAct act, UUID id, Proposal.Change change) {
        Period days = change.days();
        audit.record(
                act,
                AuditSubject.of("law-proposal", id),
                Map.of(
                        "row", change.line().toString(),
                        "act", change.act().code(),
                        "from", String.valueOf(days.from()),
                        "until", String.valueOf(days.until())));
    }
}
