package az.qalxan.operators;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders on the first page: what an operator should answer, what an official should approve. */
@Component
@Order(20)
class OperatorsWork implements WaitingWork {

    private static final Right ANSWER = Right.parse("operators:update");
    private static final Right DECIDE = Right.parse("operators:decide");
    private static final String PLACE = "/operators/own";
    private static final String DECISIONS = "/operators/orders?status=AwaitingApproval";

    private final AccessPolicy policy;
    private final ProviderStore providers;
    private final OrderStore store;
    private final Clock clock;

    OperatorsWork(AccessPolicy policy, ProviderStore providers, OrderStore store, Clock clock) {
        this.policy = policy;
        this.providers = providers;
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        String body = caller.body().value();
        if (policy.permits(caller, DECIDE)) {
            long waiting =
                    store.ofBody(body, OrderStatus.AWAITING_APPROVAL.code()).stream().count();
            return List.of(new Item("operators.home-approve", waiting, DECISIONS, false));
        }
        if (!policy.permits(caller, ANSWER) || providers.find(body).isEmpty()) {
            return List.of();
        }
        long[] counts = store.waiting(List.of(body), clock.instant());
        return List.of(
                new Item("operators.home-late", counts[1], PLACE, true),
                new Item("operators.home-waiting", counts[0], PLACE, false));
    }
}
