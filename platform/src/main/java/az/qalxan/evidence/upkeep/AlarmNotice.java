package az.qalxan.evidence.upkeep;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNotice;
import az.qalxan.casework.WaitingWork;
import az.qalxan.web.Text;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Standing alarms about bytes, on every page of their case and on the first page. */
@Component
@Order(5)
class AlarmNotice implements CaseNotice, WaitingWork {

    private static final Right READ = Right.parse("evidence:read");
    private static final String PLACE = "/evidence/checks";

    private final AccessPolicy policy;
    private final BytesCheckStore store;

    AlarmNotice(AccessPolicy policy, BytesCheckStore store) {
        this.policy = policy;
        this.store = store;
    }

    @Override
    public List<Notice> about(CaseHead head, Text text) {
        long standing = store.standing(head.number());
        return standing == 0
                ? List.of()
                : List.of(new Notice("bad", text.of("upkeep.case-alarms", standing), PLACE));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        return policy.permits(caller, READ)
                ? List.of(new Item("upkeep.home-alarms", store.standing(), PLACE, true))
                : List.of();
    }
}
