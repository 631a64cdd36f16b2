package az.qalxan.assets;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clocks of freezes on the first page: what has run out, and what runs out within the hour. */
@Component
@Order(10)
class AssetsWork implements WaitingWork {

    private static final Right READ = Right.parse("assets:read");
    private static final String PLACE = "/assets/golden-hour";

    private final AccessPolicy policy;
    private final FreezeStore store;
    private final Clock clock;

    AssetsWork(AccessPolicy policy, FreezeStore store, Clock clock) {
        this.policy = policy;
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        if (!policy.permits(caller, READ)) {
            return List.of();
        }
        Instant now = clock.instant();
        int past = store.runningOutBefore(caller.body(), now);
        int soon = store.runningOutBefore(caller.body(), now.plus(DutyPages.SOON)) - past;
        return List.of(
                new Item("assets.home-past", past, PLACE, true),
                new Item("assets.home-soon", soon, PLACE, false));
    }
}
