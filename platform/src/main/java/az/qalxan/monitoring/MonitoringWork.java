package az.qalxan.monitoring;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of monitoring waits for a person: silent sources of the own body. */
@Component
class MonitoringWork implements WaitingWork {

    private final Sources sources;
    private final AccessPolicy policy;

    MonitoringWork(Sources sources, AccessPolicy policy) {
        this.sources = sources;
        this.policy = policy;
    }

    @Override
    public List<Item> of(Caller caller) {
        if (!policy.permits(caller, Right.parse("monitoring:update"))) {
            return List.of();
        }
        long silent =
                sources.health().stream()
                        .filter(one -> one.source().open() && one.silentSince() != null)
                        .filter(one -> one.source().body().equals(caller.body().value()))
                        .count();
        return silent == 0
                ? List.of()
                : List.of(new Item("home.silent-sources", silent, "/monitoring/sources", true));
    }
}
