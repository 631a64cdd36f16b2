package az.qalxan.exchange.knowledge;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Up to which marking things leave as a file: what may be read may not always be taken along. */
@Component
class FileCeiling {

    private static final Right EXPORT = Right.parse("exchange:export");

    private final AccessPolicy policy;

    FileCeiling(AccessPolicy policy) {
        this.policy = policy;
    }

    Optional<Handling> of(Caller caller) {
        return policy.ceiling(caller, EXPORT, Reach.OWN);
    }
}
