package az.qalxan.evidence;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import org.springframework.stereotype.Component;

/** What somebody may do with an exhibit: by its case, or by holding it. */
@Component
public class EvidenceRights {

    private final AccessPolicy policy;

    EvidenceRights(AccessPolicy policy) {
        this.policy = policy;
    }

    /** Whether the caller holds the right on that exhibit. */
    public boolean may(Caller caller, Verb verb, Exhibit exhibit) {
        ExhibitStanding standing = exhibit.standing();
        Right right = new Right(GuardedModule.EVIDENCE, verb);
        boolean byCase = policy.permits(caller, right, standing.body(), standing.handling());
        boolean byHolding =
                exhibit.keeping().body().equals(caller.body())
                        && policy.permits(caller, right, caller.body(), standing.handling());
        return byCase || byHolding;
    }

    /** Whether it lies with the caller in person. */
    public static boolean holds(Caller caller, Exhibit exhibit) {
        return exhibit.keeping().account().equals(caller.account().toString());
    }

    /** Whether the caller may note things about it: it lies with the caller's body. */
    public boolean works(Caller caller, Exhibit exhibit) {
        return exhibit.keeping().body().equals(caller.body()) && may(caller, Verb.UPDATE, exhibit);
    }

    /** Whether the caller may give it away: as its holder, or for one of the own body. */
    public boolean gives(Caller caller, Exhibit exhibit) {
        return exhibit.keeping().state() == KeepingState.KEPT
                && exhibit.offeredTo() == null
                && may(caller, Verb.UPDATE, exhibit)
                && (holds(caller, exhibit)
                        || (exhibit.keeping().body().equals(caller.body())
                                && may(caller, Verb.DECIDE, exhibit)));
    }
}
