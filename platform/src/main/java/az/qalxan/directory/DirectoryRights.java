package az.qalxan.directory;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import org.springframework.stereotype.Component;

/** Who may read and edit the directory; the policies of its tables say the same. */
@Component
class DirectoryRights {

    /** Posts, people and channels travel inside the community; the migration says so too. */
    private static final Handling MARKING = Handling.GREEN;

    private static final Right READ = Right.parse("directory:read");
    private static final Right UPDATE = Right.parse("directory:update");

    private final AccessPolicy policy;
    private final CurrentCaller callers;

    DirectoryRights(AccessPolicy policy, CurrentCaller callers) {
        this.policy = policy;
        this.callers = callers;
    }

    /** Whether posts and people are shown, or only what everyone may see. */
    boolean mayRead() {
        return callers.get()
                .flatMap(caller -> policy.ceiling(caller, READ, Reach.ANY))
                .filter(top -> MARKING.compareTo(top) <= 0)
                .isPresent();
    }

    boolean mayUpdate(BodyCode organisation) {
        return callers.get().filter(caller -> mayUpdate(caller, organisation)).isPresent();
    }

    /** The caller, who may edit that organisation; everybody else is refused. */
    Caller editor(BodyCode organisation) {
        Caller caller = callers.require();
        if (!mayUpdate(caller, organisation)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return caller;
    }

    private boolean mayUpdate(Caller caller, BodyCode organisation) {
        return policy.permits(caller, UPDATE, organisation, MARKING);
    }
}
