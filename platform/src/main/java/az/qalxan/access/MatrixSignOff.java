package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the access matrix changes: somebody proposes, two other people of different bodies sign, and
 * with the last signature the new rules hold for the next request.
 */
@Component
class MatrixSignOff {

    static final int NOTE_CHARS_MIN = 10;
    static final int NOTE_CHARS_MAX = 2_000;

    private final MatrixStore store;
    private final AccessPolicy policy;
    private final AccessSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    MatrixSignOff(
            MatrixStore store,
            AccessPolicy policy,
            AccessSettings settings,
            AuditLog audit,
            PlatformTransactionManager manager) {
        this.store = store;
        this.policy = policy;
        this.settings = settings;
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
    }

    /** What is wrong with a proposal's note. */
    static List<Violation> checkNote(String note) {
        int length = note.strip().length();
        return length >= NOTE_CHARS_MIN && length <= NOTE_CHARS_MAX
                ? List.of()
                : List.of(
                        Violation.at(
                                "note",
                                "access.matrix.note-wrong",
                                length,
                                NOTE_CHARS_MIN,
                                NOTE_CHARS_MAX));
    }

    /** Proposes those rules in place of all that hold now; the new version's number. */
    int propose(List<MatrixRule> rules, String note, Caller proposer) {
        return call(() -> {
            store.lockAll();
            if (store.proposed().isPresent()) {
                throw ProblemFound.of(AccessProblem.MATRIX_PROPOSAL_PENDING);
            }
            @Nullable Integer basedOn = store.inForce().orElse(null);
            int number = store.propose(note.strip(), basedOn, proposer, rules);
            audit.record(
                    AccessAct.MATRIX_PROPOSED,
                    subject(number),
                    Map.of("rules", String.valueOf(rules.size())));
            return number;
        });
    }

    private static AuditSubject subject(int number) {
        return AuditSubject.of("matrix-version", number);
    }

    private <T> T call(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Signs a proposal; true when it came into force by that. */
    boolean sign(int number, Caller signer) {
        Optional<List<MatrixRule>> effective = call(() -> signed(number, signer));
        effective.ifPresent(rules -> policy.putInForce(new Matrix(rules)));
        return effective.isPresent();
    }

    private Optional<List<MatrixRule>> signed(int number, Caller signer) {
        MatrixVersion version = proposal(number);
        if (version.proposer().account().equals(signer.account().toString())) {
            throw ProblemFound.of(AccessProblem.MATRIX_OWN_PROPOSAL);
        }
        if (version.signedBy(signer.account())) {
            throw ProblemFound.of(AccessProblem.MATRIX_SIGNED_TWICE);
        }
        store.sign(number, signer.name());
        audit.record(AccessAct.MATRIX_SIGNED, subject(number));
        MatrixVersion now = store.find(number).orElseThrow();
        if (!now.signedEnough(settings.signingBodiesMin())) {
            return Optional.empty();
        }
        store.putInForce(number);
        audit.record(AccessAct.MATRIX_IN_FORCE, subject(number));
        return Optional.of(store.rules(number));
    }

    private MatrixVersion proposal(int number) {
        MatrixVersion version =
                store.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (version.state() != MatrixVersion.State.PROPOSED) {
            throw ProblemFound.of(AccessProblem.MATRIX_NOT_PROPOSED);
        }
        return version;
    }

    /** Ends a proposal without effect: by whoever may sign it, or by its proposer. */
    void reject(int number, String reason, Caller by) {
        call(() -> {
            MatrixVersion version = proposal(number);
            boolean own = version.proposer().account().equals(by.account().toString());
            Right decide = new Right(GuardedModule.ACCESS, Verb.DECIDE);
            if (!own && !policy.permits(by, decide)) {
                throw ProblemFound.of(WebProblem.FORBIDDEN);
            }
            store.reject(number, reason.strip());
            audit.record(AccessAct.MATRIX_REJECTED, subject(number));
            return number;
        });
    }
}
