package az.qalxan.directory.contact;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import org.springframework.stereotype.Component;

/** Who may see, write and try points of contact; the policies of the tables say the same. */
@Component
class ContactRights {

    private static final Right READ = Right.parse("contact:read");
    private static final Right WRITE = Right.parse("contact:update");
    private static final Right TRY = Right.parse("contact:decide");

    private final AccessPolicy policy;
    private final CurrentCaller callers;

    ContactRights(AccessPolicy policy, CurrentCaller callers) {
        this.policy = policy;
        this.callers = callers;
    }

    boolean mayWrite() {
        return callers.get().filter(caller -> may(caller, WRITE)).isPresent();
    }

    boolean mayTry() {
        return callers.get().filter(caller -> may(caller, TRY)).isPresent();
    }

    Caller reader() {
        return required(READ);
    }

    Caller writer() {
        return required(WRITE);
    }

    Caller trier() {
        return required(TRY);
    }

    private Caller required(Right right) {
        Caller caller = callers.require();
        if (!may(caller, right)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return caller;
    }

    private boolean may(Caller caller, Right right) {
        return policy.ceiling(caller, right, Reach.ANY)
                .filter(top -> Handling.AMBER.compareTo(top) <= 0)
                .isPresent();
    }
}
