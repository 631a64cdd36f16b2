package az.qalxan.reporting.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

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
    private final Executor workers;
    private final int groupMax;
    private final LinkedBlockingQueue<Entry<T, R>> waiting;
    private final AtomicBoolean running = new AtomicBoolean();

    private record Entry<T, R>(T wanted, CompletableFuture<R> answer) {}

    /**
     * @param work stores a group in one transaction and gives an answer for each, in order
     * @param groupMax most that one transaction takes
     * @param waitingMax most that wait
     */
    GroupCommit(Function<List<T>, List<R>> work, Executor workers, int groupMax, int waitingMax) {
        this.work = work;
        this.workers = workers;
        this.groupMax = groupMax;
        this.waiting = new LinkedBlockingQueue<>(waitingMax);
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

    /** A group that fails is tried one by one, so that nobody pays for another's fault. */
    private void store(List<Entry<T, R>> group) {
        if (!stored(group) && group.size() > 1) {
            group.forEach(one -> stored(List.of(one)));
        }
    }

    private boolean stored(List<Entry<T, R>> group) {
        CompletableFuture<List<R>> outcome =
                CompletableFuture.supplyAsync(
                        () -> work.apply(group.stream().map(Entry::wanted).toList()),
                        Runnable::run);
        if (outcome.isCompletedExceptionally()) {
            if (group.size() == 1) {
                group.getFirst().answer().completeExceptionally(outcome.exceptionNow());
            }
            return false;
        }
        List<R> answers = outcome.join();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
        return true;
    }
}
