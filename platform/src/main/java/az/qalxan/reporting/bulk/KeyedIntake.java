package az.qalxan.reporting.bulk;

import az.qalxan.access.CurrentCaller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.RequestKey;
import az.qalxan.reporting.RequestKeys;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores single reports of programs, those of one caller that arrive together in one transaction.
 * An answer means that the report and its idempotency key are durable.
 */
@Component
class KeyedIntake implements DisposableBean {

    /** A group so small that its first does not wait long; beyond 5,000, come back later. */
    private static final GroupCommit.Limits LIMITS = new GroupCommit.Limits(200, 5_000);

    private final Intake intake;
    private final RequestKeys keys;
    private final CurrentCaller callers;
    private final TransactionTemplate transaction;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TransactionIdentity, GroupCommit<Wanted, Answer>> groups =
            new ConcurrentHashMap<>();

    KeyedIntake(
            Intake intake,
            RequestKeys keys,
            CurrentCaller callers,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.keys = keys;
        this.callers = callers;
        this.transaction = transaction;
    }

    /** What became of a report. */
    sealed interface Answer {

        /** It is stored. */
        record Stored(Receipt receipt) implements Answer {}

        /** An earlier request with the same key and content had stored it. */
        record Repeated(RequestKeys.Earlier earlier) implements Answer {}

        /** The key belongs to other content. */
        record KeyTaken() implements Answer {}
    }

    /** A report that the engines have read, with its claim on a key; an empty key claims none. */
    private record Wanted(RequestKeys.Claim claim, Intake.Prepared prepared) {

        Receipt receipt() {
            return prepared.receipts().getFirst();
        }
    }

    /** Stores the report, which came without a key, and waits until it is durable. */
    Answer receive(NewReport report) {
        return receive("", "", report);
    }

    /** Stores the report unless its key has stored one, and waits until it is durable. */
    Answer receive(RequestKey key, NewReport report) {
        return receive(key.value(), key.digest(), report);
    }

    private Answer receive(String key, String digest, NewReport report) {
        Intake.Prepared prepared = intake.prepare(List.of(report));
        Receipt receipt = prepared.receipts().getFirst();
        Wanted wanted =
                new Wanted(
                        new RequestKeys.Claim(
                                key,
                                new RequestKeys.Earlier(digest, receipt.id(), receipt.reference())),
                        prepared);
        return await(
                groups.computeIfAbsent(callers.require().identity(), this::group)
                        .submit(wanted)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.TOO_MANY_REQUESTS)));
    }

    private static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DataAccessException known) {
                throw known;
            }
            throw e;
        }
    }

    private GroupCommit<Wanted, Answer> group(TransactionIdentity identity) {
        return new GroupCommit<>(
                together ->
                        ActingAs.call(
                                identity, () -> transaction.execute(status -> store(together))),
                error -> error instanceof DataIntegrityViolationException,
                workers,
                LIMITS);
    }

    private List<Answer> store(List<Wanted> together) {
        Map<String, RequestKeys.Earlier> holders =
                keys.claim(together.stream().map(Wanted::claim).toList());
        List<Answer> answers = new ArrayList<>(together.size());
        List<Intake.Prepared> fresh = new ArrayList<>(together.size());
        for (Wanted wanted : together) {
            Answer answer = answer(wanted, holders);
            answers.add(answer);
            if (answer instanceof Answer.Stored) {
                fresh.add(wanted.prepared());
            }
        }
        intake.store(Intake.Prepared.join(fresh), () -> {});
        return answers;
    }

    private static Answer answer(Wanted wanted, Map<String, RequestKeys.Earlier> holders) {
        RequestKeys.Earlier own = wanted.claim().stored();
        RequestKeys.Earlier holder = holders.getOrDefault(wanted.claim().key(), own);
        if (holder.id().equals(own.id())) {
            return new Answer.Stored(wanted.receipt());
        }
        return holder.digest().equals(own.digest())
                ? new Answer.Repeated(holder)
                : new Answer.KeyTaken();
    }

    @Override
    public void destroy() {
        workers.close();
    }
}
