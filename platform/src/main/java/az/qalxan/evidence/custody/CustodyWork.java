package az.qalxan.evidence.custody;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** HandingOver that wait for a signature and exhibits that go back, on the first page. */
@Component
@Order(30)
class CustodyWork implements WaitingWork {

    private static final Right WORK = Right.parse("evidence:update");
    private static final String TRANSFERS = "/evidence/transfers";
    private static final String DUE = "/evidence/due";

    private final AccessPolicy policy;
    private final CustodyTransferStore transfers;
    private final DueList due;
    private final Clock clock;

    CustodyWork(AccessPolicy policy, CustodyTransferStore transfers, DueList due, Clock clock) {
        this.policy = policy;
        this.transfers = transfers;
        this.due = due;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        if (!policy.permits(caller, WORK)) {
            return List.of();
        }
        long[] waiting = transfers.waiting(caller, clock.instant());
        DueList.Counts counts = due.counts(caller.body());
        return List.of(
                new Item("custody.home-late", waiting[1], TRANSFERS, true),
                new Item("custody.home-sign", waiting[0] - waiting[1], TRANSFERS, false),
                new Item("custody.home-past", counts.past(), DUE, true),
                new Item("custody.home-soon", counts.soon(), DUE, false));
    }
}
