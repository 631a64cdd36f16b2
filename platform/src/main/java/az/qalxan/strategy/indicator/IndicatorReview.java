package az.qalxan.strategy.indicator;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.strategy.indicator.IndicatorVersion.Decision;
import az.qalxan.strategy.indicator.IndicatorVersion.Proposed;
import az.qalxan.strategy.indicator.IndicatorVersion.State;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an indicator changes: somebody of its body proposes, another person judges. */
@Component
class IndicatorReview {

    private final VersionStore versions;
    private final AuditLog audit;
    private final Clock clock;

    IndicatorReview(VersionStore versions, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody proposes.
     *
     * @param retired whether the indicator is to be no more
     */
    record Wanted(String code, Definition definition, boolean retired, String reason) {}

    /** Puts a change before a second person. */
    @Transactional
    public UUID propose(Wanted wanted, Caller caller) {
        versions.lock();
        List<IndicatorVersion> known = versions.history(wanted.code());
        boolean foreign =
                known.stream()
                        .filter(one -> one.state() == State.APPROVED)
                        .findFirst()
                        .filter(one -> !one.definition().owner().equals(caller.body()))
                        .isPresent();
        if (foreign || !wanted.definition().owner().equals(caller.body())) {
            throw ProblemFound.of(IndicatorProblem.NOT_OWNER);
        }
        UUID id = UUID.randomUUID();
        versions.insert(
                new IndicatorVersion(
                        id,
                        wanted.code(),
                        known.isEmpty() ? 1 : known.getFirst().number() + 1,
                        wanted.definition(),
                        wanted.retired(),
                        false,
                        new Proposed(
                                caller.account().toString(),
                                caller.name(),
                                clock.instant(),
                                wanted.reason()),
                        State.PROPOSED,
                        null));
        record(IndicatorAct.PROPOSED, wanted.code(), id);
        return id;
    }

    /** Puts somebody else's proposal in force. */
    @Transactional
    public IndicatorVersion approve(UUID id, String words, Caller caller) {
        return decide(id, State.APPROVED, words, caller);
    }

    @Transactional
    public IndicatorVersion refuse(UUID id, String words, Caller caller) {
        return decide(id, State.REFUSED, words, caller);
    }

    /** Takes one's own proposal back. */
    @Transactional
    public IndicatorVersion withdraw(UUID id, Caller caller) {
        versions.lock();
        IndicatorVersion version = open(id);
        if (!version.proposed().account().equals(caller.account().toString())) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        end(version, State.WITHDRAWN, "", caller);
        return version;
    }

    private IndicatorVersion decide(UUID id, State state, String words, Caller caller) {
        versions.lock();
        IndicatorVersion version = open(id);
        if (version.proposed().account().equals(caller.account().toString())) {
            throw ProblemFound.of(IndicatorProblem.OWN_PROPOSAL);
        }
        end(version, state, words, caller);
        return version;
    }

    private IndicatorVersion open(UUID id) {
        IndicatorVersion version =
                versions.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!version.open()) {
            throw ProblemFound.of(IndicatorProblem.DECIDED);
        }
        return version;
    }

    private void end(IndicatorVersion version, State state, String words, Caller caller) {
        Decision decision =
                new Decision(
                        caller.account().toString(), caller.name(), clock.instant(), words.strip());
        if (!versions.decide(version.id(), state, decision)) {
            throw ProblemFound.of(IndicatorProblem.DECIDED);
        }
        IndicatorAct act =
                switch (state) {
                    case APPROVED -> IndicatorAct.APPROVED;
                    case REFUSED -> IndicatorAct.REFUSED;
                    case WITHDRAWN -> IndicatorAct.WITHDRAWN;
                    case PROPOSED -> throw new IllegalStateException("nothing was decided");
                };
        record(act, version.code(), version.id());
    }

    private void record(IndicatorAct act, String code, UUID version) {
        audit.record(
                act, AuditSubject.of("indicator", code), Map.of("version", version.toString()));
    }
}
