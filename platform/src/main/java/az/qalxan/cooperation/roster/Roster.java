package az.qalxan.cooperation.roster;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.cooperation.OnDuty;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The duty roster; every change and its audit record are one transaction. */
@Component
class Roster implements OnDuty {

    private final ShiftStore store;
    private final AuditLog audit;
    private final Clock clock;

    Roster(ShiftStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> at(BodyCode body, String post, Instant moment) {
        return store.at(body, post, moment).stream()
                .map(one -> new Person(one.account(), one.name(), one.address(), one.phone()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public String address(String account) {
        return store.lastAddress(account);
    }

    @Transactional
    public void enter(Shift shift) {
        store.insert(shift, clock.instant());
        audit.record(RosterAct.ENTERED, AuditSubject.of("shift", shift.id()));
    }

    @Transactional
    public void cancel(UUID shift, String reason, Caller caller) {
        if (!store.cancel(shift, caller.name(), reason, clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(RosterAct.CANCELLED, AuditSubject.of("shift", shift));
    }

    /** The shifts of a time, also cancelled ones; the view is recorded. */
    @Transactional
    public List<Shift> view(BodyCode body, Instant from, Instant until) {
        audit.record(RosterAct.VIEWED, AuditSubject.of("roster", body));
        return store.between(body, from, until);
    }
}
