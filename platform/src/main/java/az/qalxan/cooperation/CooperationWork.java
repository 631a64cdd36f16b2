package az.qalxan.cooperation;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests on the first page: what has run out, and what runs out within the hour. */
@Component
@Order(5)
class CooperationWork implements WaitingWork {

    private static final Right READ = Right.parse("cooperation:read");
    private static final String PLACE = "/duty";
    private static final int COUNTED_MAX = 200;

    private final AccessPolicy policy;
    private final DeskStore store;
    private final NoticeStore notices;
    private final Clock clock;

    CooperationWork(AccessPolicy policy, DeskStore store, NoticeStore notices, Clock clock) {
        this.policy = policy;
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        if (!policy.permits(caller, READ)) {
            return List.of();
        }
        DeskStore.Counts counts = store.counts(caller.body(), clock.instant());
        return List.of(
                new Item("duty.home-untold", untold(caller), PLACE + "#nobody", true),
                new Item("duty.home-past", counts.past(), PLACE, true),
                new Item("duty.home-soon", counts.hour(), PLACE, false));
    }

    private int untold(Caller caller) {
        return (int)
                notices.inTrouble(caller.body(), clock.instant(), COUNTED_MAX).stream()
                        .filter(NoticeStore.Trouble::nobody)
                        .map(one -> one.notice().task())
                        .distinct()
                        .count();
    }
}
