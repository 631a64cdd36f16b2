package az.qalxan.monitoring.incident;

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

/** Incidents on the first page of whoever deals with them, and on the cases that came of them. */
@Component
@Order(4)
class IncidentNotice implements CaseNotice, WaitingWork {

    private static final Right READ = Right.parse("incident:read");

    private final AccessPolicy policy;
    private final IncidentStore store;
    private final IncidentLists lists;

    IncidentNotice(AccessPolicy policy, IncidentStore store, IncidentLists lists) {
        this.policy = policy;
        this.store = store;
        this.lists = lists;
    }

    @Override
    public List<Notice> about(CaseHead head, Text text) {
        return store.ofCase(head.number().value()).stream()
                .map(one ->
                        new Notice(
                                "",
                                text.of("incident.of-case", one.number(), one.title()),
                                one.path()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(Caller caller) {
        return policy.permits(caller, READ)
                ? List.of(
                        new Item(
                                "incident.home-critical",
                                lists.waiting(true),
                                "/incidents?state=new&severity=critical",
                                true),
                        new Item(
                                "incident.home-new",
                                lists.waiting(false),
                                "/incidents?state=new",
                                false))
                : List.of();
    }
}
