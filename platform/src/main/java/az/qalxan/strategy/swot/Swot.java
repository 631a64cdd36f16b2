package az.qalxan.strategy.swot;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposing entries and deciding about proposals; every act and its record are one transaction. */
@Component
public class Swot {

    private final SwotStore store;
    private final SwotRules rules;
    private final AuditLog audit;
    private final Clock clock;

    Swot(SwotStore store, SwotRules rules, AuditLog audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an entry is to say.
     *
     * @param field {@code strength}, {@code weakness}, {@code opportunity} or {@code threat}
     */
    public record Wanted(
            String field,
            Words words,
            String evidence,
            String link,
            LocalDate evidenceOn,
            List<String> measures,
            List<String> targets,
            List<String> risks) {

        public Wanted {
            measures = List.copyOf(measures);
            targets = List.copyOf(targets);
            risks = List.copyOf(risks);
        }

        Entry.Said said() {
            return new Entry.Said(
                    Field.of(field), words, evidence, link, evidenceOn, measures, targets, risks);
        }
    }

    /** Proposes a new entry; gives its number. */
    @Transactional
    public long add(Wanted wanted, String reason, Caller caller) {
        return add(wanted.said(), reason, caller);
    }

    @Transactional
    public long add(Entry.Said said, String reason, Caller caller) {
        UUID id = UUID.randomUUID();
        long number = store.insert(id, now());
        propose(new Entry(id, number, List.of()), Entry.Kind.ADDED, said, reason, caller);
        return number;
    }

    /** Proposes that an entry says something else. */
    @Transactional
    public void change(long number, Wanted wanted, String reason, Caller caller) {
        change(number, wanted.said(), reason, caller);
    }

    @Transactional
    public void change(long number, Entry.Said said, String reason, Caller caller) {
        propose(standing(number), Entry.Kind.CHANGED, said, reason, caller);
    }

    /** Proposes that an entry ends; its words stay what they were. */
    @Transactional
    public void drop(long number, String reason, Caller caller) {
        Entry entry = standing(number);
        Entry.Said said = entry.on(today(), rules.zone()).orElseThrow().said();
        propose(entry, Entry.Kind.DROPPED, said, reason, caller);
    }

    private Entry standing(long number) {
        Entry entry = find(number);
        if (entry.on(today(), rules.zone()).isEmpty()) {
            throw ProblemFound.of(SwotProblem.SWOT_STATE);
        }
        return entry;
    }

    private void propose(
            Entry entry, Entry.Kind kind, Entry.Said said, String reason, Caller caller) {
        Entry.Version version =
                new Entry.Version(
                        UUID.randomUUID(),
                        entry.versions().size() + 1,
                        kind,
                        said,
                        reason,
                        now(),
                        new Entry.Author(
                                caller.account().toString(), caller.name(), caller.body().value()),
                        null);
        if (!store.propose(entry.id(), version)) {
            throw ProblemFound.of(SwotProblem.SWOT_STATE);
        }
        audit.record(SwotAct.PROPOSED, subject(entry.number()), Map.of("kind", kind.code()));
    }

    /** Another person approves or refuses what waits. */
    @Transactional
    public void decide(long number, boolean approved, String remark, Caller caller) {
        Entry.Version version = waiting(number);
        if (version.author().account().equals(caller.account().toString())) {
            throw ProblemFound.of(SwotProblem.SWOT_OWN_PROPOSAL);
        }
        settle(version, approved ? "approved" : "refused", remark, caller);
        audit.record(approved ? SwotAct.APPROVED : SwotAct.REFUSED, subject(number));
    }

    /** The author takes the proposal back. */
    @Transactional
    public void withdraw(long number, Caller caller) {
        Entry.Version version = waiting(number);
        if (!version.author().account().equals(caller.account().toString())) {
            throw ProblemFound.of(SwotProblem.SWOT_STATE);
        }
        settle(version, "withdrawn", "", caller);
        audit.record(SwotAct.WITHDRAWN, subject(number));
    }

    private void settle(Entry.Version version, String verdict, String remark, Caller caller) {
        boolean settled =
                store.decide(
                        version.id(),
                        new Entry.Verdict(now(), verdict, caller.name(), remark),
                        caller.account().toString());
        if (!settled) {
            throw ProblemFound.of(SwotProblem.SWOT_STATE);
        }
    }

    private Entry.Version waiting(long number) {
        return find(number).waiting().orElseThrow(() -> ProblemFound.of(SwotProblem.SWOT_STATE));
    }

    Entry find(long number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public List<Entry> all() {
        return store.all();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), rules.zone());
    }

    static AuditSubject subject(long number) {
        return AuditSubject.of("swot-entry", number);
    }

    private Instant now() {
        return clock.instant();
    }
}
