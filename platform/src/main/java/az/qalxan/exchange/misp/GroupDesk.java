package az.qalxan.exchange.misp;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps sharing groups: who made one says who is in it. */
@Component
class GroupDesk {

    private final GroupStore store;
    private final Organisations organisations;
    private final BodyNames names;
    private final AuditLog audit;
    private final Clock clock;

    GroupDesk(
            GroupStore store,
            Organisations organisations,
            BodyNames names,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<GroupStore.StoredGroup> all() {
        return store.all();
    }

    /** Makes it; empty when it is there. */
    @Transactional
    Optional<GroupStore.StoredGroup> add(Caller caller, MispGroup group) {
        String body = caller.body().value();
        if (!store.insert(group, body, body, clock.instant())) {
            return Optional.empty();
        }
        audit.record(MispAct.GROUP_CHANGED, AuditSubject.of("misp-group", group.uuid()));
        return store.find(group.uuid());
    }

    /** A group by its UUID or by its number here. */
    @Transactional(readOnly = true)
    Optional<UUID> named(String name) {
        return Flaws.uuid(name)
                .or(() ->
                        name.matches("[0-9]{1,18}")
                                ? Optional.ofNullable(store.byNumber(Long.parseLong(name)))
                                : Optional.empty());
    }

    /** An organisation by its UUID, or a body of ours by its code. */
    @Transactional(readOnly = true)
    Optional<UUID> organisation(String name) {
        return Flaws.uuid(name)
                .or(() ->
                        names.all().stream()
                                .map(BodyCode::value)
                                .filter(name::equals)
                                .findFirst()
                                .map(body -> organisations.of(body).uuid()));
    }

    /** Lets an organisation in, or takes it out; false when the caller may not. */
    @Transactional
    boolean change(Caller caller, UUID group, UUID organisation, boolean in) {
        Optional<GroupStore.StoredGroup> known = store.find(group);
        if (known.isEmpty() || !known.get().code().equals(caller.body().value())) {
            return false;
        }
        if (in) {
            String name =
                    organisations
                            .speaker(organisation)
                            .map(body -> organisations.of(body).name())
                            .orElse("");
            store.add(group, organisation, name);
        } else {
            store.remove(group, organisation);
        }
        audit.record(
                MispAct.GROUP_CHANGED,
                AuditSubject.of("misp-group", group),
                Map.of("organisation", organisation.toString(), "in", String.valueOf(in)));
        return true;
    }
}
