package az.qalxan.directory.contact;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.contact.ForeignContact.Check;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, ends and tries points of contact. */
@Component
class ContactEditing {

    private static final int NOTE_MAX = 600;

    private final ContactStore store;
    private final AuditLog audit;
    private final Clock clock;

    ContactEditing(ContactStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID add(ContactFacts facts, Caller caller) {
        UUID id = UUID.randomUUID();
        String code = facts.state().toLowerCase(Locale.ROOT) + "-" + id.toString().substring(0, 8);
        write(new ForeignContact(id, code, 0, facts, clock.instant(), "", null), facts, caller);
        record(ContactAct.ADDED, id, Map.of("state", facts.state()));
        return id;
    }

    /** Writes a new version over the one that the caller saw. */
    @Transactional
    public void change(UUID id, int seen, ContactFacts facts, Caller caller) {
        ForeignContact before = current(id, seen);
        if (before.facts().equals(facts)) {
            return;
        }
        write(before, facts, caller);
        record(
                ContactAct.CHANGED,
                id,
                Map.of("state", facts.state(), "version", String.valueOf(seen + 1)));
    }

    @Transactional
    public void end(UUID id, int seen, Caller caller) {
        ForeignContact before = current(id, seen);
        add(before, before.facts(), caller, true);
        record(ContactAct.ENDED, id, Map.of("state", before.facts().state()));
    }

    /** Notes that the caller has tried the point and how it went. */
    @Transactional
    public void check(UUID id, Check tried) {
        ForeignContact contact = current(id, tried.version());
        boolean known =
                contact.facts().reachable().stream()
                        .anyMatch(one -> one.value().equals(tried.channel()));
        if (!known) {
            refuse("channel", "contact.wrong.channel");
        }
        if (tried.note().length() > NOTE_MAX) {
            refuse("note", "contact.wrong.length", tried.note().length(), 0, NOTE_MAX);
        }
        store.insert(id, tried);
        record(
                ContactAct.CHECKED,
                id,
                Map.of(
                        "state", contact.facts().state(),
                        "channel", tried.channel(),
                        "answered", String.valueOf(tried.answered())));
    }

    private static void refuse(String field, String key, Object... arguments) {
        throw ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }

    private ForeignContact current(UUID id, int seen) {
        return store.contact(id)
                .filter(one -> one.version() == seen)
                .orElseThrow(() -> ProblemFound.of(ContactProblem.CHANGED));
    }

    private void write(ForeignContact before, ContactFacts facts, Caller caller) {
        add(before, facts, caller, false);
    }

    private void add(ForeignContact before, ContactFacts facts, Caller caller, boolean ended) {
        ForeignContact next =
                new ForeignContact(
                        before.id(),
                        before.code(),
                        before.version() + 1,
                        facts,
                        clock.instant(),
                        caller.account().toString(),
                        null);
        if (!store.insert(next, ended)) {
            throw ProblemFound.of(ContactProblem.CHANGED);
        }
    }

    private void record(ContactAct act, UUID id, Map<String, String> how) {
        audit.record(act, AuditSubject.of("contact", id), how);
    }
}
