package az.qalxan.reporting.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets requests that arrive while a transaction is being committed share the next one, so that many
 * wait for one flush to disk. A lone request waits for nobody.
 *
 * <p>Everything of one group acts for the same caller; each caller has their own.
 *
 * @param <T> what is to be stored
 * @param <R> the answer to it, given after the commit
 */
final class GroupCommit<T, R> {

    private final Function<List<T>, List<R>> work;
    private final Predicate<Throwable> faultOfOne;
    private final Executor workers;
    private final int groupMax;
    private final LinkedBlockingQueue<Entry<T, R>> waiting;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * How many.
     *
     * @param group most that one transaction takes
     * @param waiting most that wait
     */
    record Limits(int group, int waiting) {}

    private record Entry<T, R>(T wanted, CompletableFuture<R> answer) {}

    /**
     * @param work stores a group in one transaction and gives an answer for each, in order
     * @param faultOfOne whether a failure may be the fault of one member, so that the others are
     *     tried without it; a store that is out of reach is nobody's fault, and all fail at once
     */
    GroupCommit(
            Function<List<T>, List<R>> work,
            Predicate<Throwable> faultOfOne,
            Executor workers,
            Limits limits) {
        this.work = work;
        this.faultOfOne = faultOfOne;
        this.workers = workers;
        this.groupMax = limits.group();
        this.waiting = new LinkedBlockingQueue<>(limits.waiting());
    }

    /** The answer once it is durable; empty at once when too many wait already. */
    Optional<CompletableFuture<R>> submit(T wanted) {
        Entry<T, R> entry = new Entry<>(wanted, new CompletableFuture<>());
        if (!waiting.offer(entry)) {
            return Optional.empty();
        }
        startIfIdle();
        return Optional.of(entry.answer());
    }

    private void startIfIdle() {
        if (!waiting.isEmpty() && running.compareAndSet(false, true)) {
            workers.execute(this::drain);
        }
    }

    private void drain() {
        try {
            List<Entry<T, R>> group = next();
            while (!group.isEmpty()) {
                store(group);
                group = next();
            }
        } finally {
            running.set(false);
        }
        startIfIdle();
    }

    private List<Entry<T, R>> next() {
        List<Entry<T, R>> group = new ArrayList<>();
        waiting.drainTo(group, groupMax);
        return group;
    }

    /** A group that one member spoiled is tried one by one: nobody pays for another's fault. */
    private void store(List<Entry<T, R>> group) {
        CompletableFuture<List<R>> outcome =
                CompletableFuture.supplyAsync(
                        () -> work.apply(group.stream().map(Entry::wanted).toList()),
                        Runnable::run);
        if (!outcome.isCompletedExceptionally()) {
            answer(group, outcome.join());
        } else if (group.size() > 1 && faultOfOne.test(outcome.exceptionNow())) {
            group.forEach(one -> store(List.of(one)));
        } else {
            group.forEach(one -> one.answer().completeExceptionally(outcome.exceptionNow()));
        }
    }

    private static <T, R> void answer(List<Entry<T, R>> group, List<R> answers) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }
}
