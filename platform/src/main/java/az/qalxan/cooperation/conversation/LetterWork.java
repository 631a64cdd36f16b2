package az.qalxan.cooperation.conversation;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.WaitingWork;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters on the first page: what came by mail and waits to be classified. */
@Component
@Order(6)
class LetterWork implements WaitingWork {

    private static final Right CREATE = Right.parse("cooperation:create");

    private final AccessPolicy policy;
    private final LetterStore store;

    LetterWork(AccessPolicy policy, LetterStore store) {
        this.policy = policy;
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        return policy.permits(caller, CREATE)
                ? List.of(new Item("talk.home-letters", store.waiting(), "/letters", false))
                : List.of();
    }
}
