package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How evidence comes to count: one person proposes a version, another one approves it. */
@Component
class EvidenceDesk {

    private final PieceStore store;
    private final AuditLog audit;
    private final Clock clock;

    EvidenceDesk(PieceStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes a new piece of evidence; gives its number. */
    @Transactional
    public long propose(Evidence.Content content, Caller caller) {
        long number = store.insert(content, caller, clock.instant());
        record(RankingAct.PROPOSED, number, 1, content);
        return number;
    }

    /** Proposes a new version of a piece; the one in force holds until it is approved. */
    @Transactional
    public void revise(long number, Evidence.Content content, Caller caller) {
        add(number, content, false, caller);
    }

    /** Proposes that a piece no longer counts. */
    @Transactional
    public void end(long number, String words, Caller caller) {
        Evidence.Content before = versions(number).getFirst().content();
        Evidence.Content content =
                new Evidence.Content(
                        before.kind(),
                        before.title(),
                        before.reference(),
                        before.dated(),
                        before.freshMonths(),
                        before.owner(),
                        words,
                        List.of());
        add(number, content, true, caller);
    }

    private void add(long number, Evidence.Content content, boolean ends, Caller caller) {
        store.lock(number);
        List<Evidence> versions = versions(number);
        if (versions.stream().anyMatch(one -> one.state() == Evidence.State.OPEN)) {
            throw ProblemFound.of(RankingProblem.VERSION_WAITS);
        }
        Optional<Evidence> current =
                versions.stream().filter(one -> one.state() == Evidence.State.APPROVED).findFirst();
        if (current.isPresent() && current.get().ends()) {
            throw ProblemFound.of(RankingProblem.ENDED);
        }
        if (ends && current.isEmpty()) {
            throw ProblemFound.of(RankingProblem.ENDED);
        }
        Evidence last = versions.getFirst();
        store.insert(
                new PieceStore.Next(last.evidence(), last.version() + 1, ends, content),
                caller,
                clock.instant());
        record(
                ends ? RankingAct.END_PROPOSED : RankingAct.PROPOSED,
                number,
                last.version() + 1,
                content);
    }

    /** The versions of a piece, the newest first. */
    @Transactional(readOnly = true)
    public List<Evidence> versions(long number) {
        List<Evidence> versions = store.versions(number);
        if (versions.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return versions;
    }

    /** Approves what somebody else proposed. */
    @Transactional
    public void approve(long number, String words, Caller caller) {
        decide(number, Evidence.State.APPROVED, words, caller);
    }

    /** Refuses what somebody else proposed. */
    @Transactional
    public void refuse(long number, String words, Caller caller) {
        decide(number, Evidence.State.REFUSED, words, caller);
    }

    /** Takes back what one proposed oneself. */
    @Transactional
    public void withdraw(long number, String words, Caller caller) {
        decide(number, Evidence.State.WITHDRAWN, words, caller);
    }

    private void decide(long number, Evidence.State state, String words, Caller caller) {
        store.lock(number);
        Evidence open =
                versions(number).stream()
                        .filter(one -> one.state() == Evidence.State.OPEN)
                        .findFirst()
                        .orElseThrow(() -> ProblemFound.of(RankingProblem.DECIDED));
        boolean own = open.isOf(caller.account().toString());
        if (own != (state == Evidence.State.WITHDRAWN)) {
            throw ProblemFound.of(own ? RankingProblem.OWN_WORK : WebProblem.FORBIDDEN);
        }
        Evidence.Decision decision =
                new Evidence.Decision(
                        caller.account().toString(), caller.name(), clock.instant(), words);
        if (!store.decide(open.id(), state, decision)) {
            throw ProblemFound.of(RankingProblem.DECIDED);
        }
        record(
                switch (state) {
                    case APPROVED, OPEN -> RankingAct.APPROVED;
                    case REFUSED -> RankingAct.REFUSED;
                    case WITHDRAWN -> RankingAct.WITHDRAWN;
                },
                number,
                open.version(),
                open.content());
    }

    private void record(RankingAct act, long number, int version, Evidence.Content content) {
        audit.record(
                act,
                AuditSubject.of("ranking-evidence", number),
                Map.of(
                        "version", String.valueOf(version),
                        "kind", content.kind().code(),
                        "reference", content.reference(),
                        "questions",
                                String.join(
                                        " ",
                                        content.links().stream()
                                                .map(one ->
                                                        one.question() + "=" + one.answer().code())
                                                .toList())));
    }
}
