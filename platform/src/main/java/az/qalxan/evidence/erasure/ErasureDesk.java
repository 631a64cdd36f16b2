package az.qalxan.evidence.erasure;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.database.ActingAs;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitStanding;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.KeyDestruction;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people's way to destroy the keys of a case. */
@Component
class ErasureDesk implements KeyDestruction {

    static final Right DECIDE = Right.parse("evidence:decide");

    private final ErasureStore store;
    private final Destroying destroying;
    private final Exhibits exhibits;
    private final CaseDesk cases;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ErasureDesk(
            ErasureStore store,
            Destroying destroying,
            Exhibits exhibits,
            CaseDesk cases,
            AccessPolicy policy,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.destroying = destroying;
        this.exhibits = exhibits;
        this.cases = cases;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What of a case is stored. */
    record Holding(int files, long bytes) {

        static Holding of(List<Exhibit> exhibits) {
            List<StoredBytes> stored =
                    exhibits.stream().map(Exhibit::stored).filter(Objects::nonNull).toList();
            return new Holding(
                    stored.size(), stored.stream().mapToLong(one -> one.digests().length()).sum());
        }
    }

    /** A case with what is stored of it and what was proposed. */
    record Seen(CaseHead head, Holding holding, List<Erasure> erasures, boolean mayDecide) {

        Seen {
            erasures = List.copyOf(erasures);
        }
    }

    /** The case as the caller sees it; the view is recorded. */
    Seen seen(CaseNumber number, Caller caller) {
        return within(() -> {
            CaseHead head = required(number);
            audit.record(ErasureAct.VIEWED, AuditSubject.of("case", number), Map.of());
            return new Seen(
                    head,
                    Holding.of(exhibits.ofCase(number)),
                    store.ofCase(number),
                    mayDecide(caller, head));
        });
    }

    private CaseHead required(CaseNumber number) {
        return cases.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private boolean mayDecide(Caller caller, CaseHead head) {
        return policy.permits(caller, DECIDE, head.body(), head.handling());
    }

    /** Proposes; nothing is destroyed yet. */
    Erasure propose(CaseNumber number, Grounds grounds, Person by) {
        return within(() -> {
            CaseHead head = able(number, by.caller());
            Holding holding = Holding.of(exhibits.ofCase(number));
            if (holding.files() == 0 || erased(number)) {
                throw ProblemFound.of(ErasureProblem.NOTHING_TO_ERASE);
            }
            Erasure erasure =
                    new Erasure(
                            UUID.randomUUID(),
                            number,
                            Erasure.State.PROPOSED,
                            grounds,
                            holding.files(),
                            holding.bytes(),
                            signature(by),
                            null,
                            "",
                            null,
                            new ExhibitStanding(head.body(), head.handling(), head.compartment()));
            if (!store.insert(erasure)) {
                throw ProblemFound.of(ErasureProblem.ERASURE_DECIDED);
            }
            record(ErasureAct.PROPOSED, erasure, grounds.document());
            return erasure;
        });
    }

    private boolean erased(CaseNumber number) {
        return store.ofCase(number).stream().anyMatch(Erasure::carriedOut);
    }

    private Erasure.Signature signature(Person by) {
        return new Erasure.Signature(
                by.caller().account().toString(),
                by.caller().name(),
                by.confirmed().factor(),
                clock.instant());
    }

    /** The second person decides, and the keys are destroyed. */
    Erasure decide(CaseNumber number, UUID id, String words, Person by) {
        Erasure decided =
                within(() -> {
                    Erasure erasure = of(number, id, by.caller());
                    if (own(erasure, by.caller())) {
                        throw ProblemFound.of(ErasureProblem.ERASURE_OWN_PROPOSAL);
                    }
                    end(erasure, Erasure.State.DECIDED, signature(by), words);
                    record(ErasureAct.DECIDED, erasure, words);
                    return erasure;
                });
        destroying.carryOut(decided.id());
        return decided;
    }

    /** The second person refuses, or whoever proposed takes it back. */
    void end(CaseNumber number, UUID id, String words, Caller caller) {
        within(() -> {
            Erasure erasure = of(number, id, caller);
            boolean own = own(erasure, caller);
            Erasure.Signature by =
                    new Erasure.Signature(
                            caller.account().toString(), caller.name(), "", clock.instant());
            end(erasure, own ? Erasure.State.WITHDRAWN : Erasure.State.REFUSED, by, words);
            record(own ? ErasureAct.WITHDRAWN : ErasureAct.REFUSED, erasure, words);
            return erasure;
        });
    }

    private Erasure of(CaseNumber number, UUID id, Caller caller) {
        able(number, caller);
        return store.find(id)
                .filter(one -> one.caseNumber().equals(number))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    static boolean own(Erasure erasure, Caller caller) {
        return erasure.proposed().account().equals(caller.account().toString());
    }

    private void end(Erasure erasure, Erasure.State state, Erasure.Signature by, String words) {
        if (!erasure.open() || !store.decide(erasure.id(), state, by, words)) {
            throw ProblemFound.of(ErasureProblem.ERASURE_DECIDED);
        }
    }

    private void record(ErasureAct act, Erasure erasure, String reason) {
        audit.record(
                act,
                AuditSubject.of("case", erasure.caseNumber()),
                Map.of("reason", reason, "files", String.valueOf(erasure.files())));
    }

    @Override
    public int together(CaseNumber number, Grounds grounds, Person first, Person second) {
        // So that no proposal is left waiting by two who cannot do it together.
        if (first.caller().account().equals(second.caller().account())) {
            throw ProblemFound.of(ErasureProblem.ERASURE_OWN_PROPOSAL);
        }
        ActingAs.run(second.caller().identity(), () -> within(() -> able(number, second.caller())));
        Erasure proposed =
                ActingAs.call(first.caller().identity(), () -> propose(number, grounds, first));
        return ActingAs.call(
                        second.caller().identity(),
                        () -> decide(number, proposed.id(), grounds.reason(), second))
                .files();
    }

    private CaseHead able(CaseNumber number, Caller caller) {
        CaseHead head = required(number);
        if (!mayDecide(caller, head)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return head;
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
