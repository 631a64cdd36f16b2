package az.qalxan.strategy.report;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import org.springframework.stereotype.Component;

/** Who may issue which report: a body its own, those who coordinate the plan the commission's. */
@Component
class ReportRights {

    private final AccessPolicy policy;

    ReportRights(AccessPolicy policy) {
        this.policy = policy;
    }

    boolean mayIssue(Caller caller, ReportKey key) {
        return key.body() == null
                ? holds(caller, Verb.ADMINISTER, Reach.ANY)
                : key.body().equals(caller.body()) && holds(caller, Verb.UPDATE, Reach.OWN);
    }

    private boolean holds(Caller caller, Verb verb, Reach reach) {
        return policy.ceiling(caller, new Right(GuardedModule.STRATEGY, verb), reach).isPresent();
    }
}
