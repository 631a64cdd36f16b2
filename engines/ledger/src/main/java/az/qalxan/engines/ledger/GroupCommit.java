package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets many callers share one checkpoint: whatever waits is appended in one go, by one thread. A
 * caller waits while {@link #WAITING_MAX} entries wait before it.
 */
public final class GroupCommit implements AutoCloseable {

    /** How many entries may wait. */
    public static final int WAITING_MAX = 16_384;

    private static final int BATCH_MAX = 8_192;

    private record Waiting(byte[] entry, CompletableFuture<Appended> answer) {}

    private static final Waiting END = new Waiting(new byte[0], new CompletableFuture<>());

    private final TransparencyLog log;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread thread;
    private volatile boolean closed;

    /** Starts to append to that log, which stays the caller's to close. */
    public GroupCommit(TransparencyLog log) {
        this.log = log;
        this.thread = Thread.ofPlatform().name("ledger-commit").start(this::run);
    }

    /**
     * Hands an entry over.
     *
     * @return completes when the entry is in the log for good, or exceptionally with the {@link
     *     IOException} that says why it is not
     * @throws IllegalArgumentException for an entry longer than {@link
     *     TransparencyLog#ENTRY_BYTES_MAX}
     * @throws IllegalStateException when closed
     */
    public CompletableFuture<Appended> submit(byte[] entry) throws InterruptedException {
        if (entry.length > TransparencyLog.ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
        }
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Waiting one = new Waiting(entry, new CompletableFuture<>());
        queue.put(one);
        if (closed && queue.remove(one)) {
            throw new IllegalStateException("closed");
        }
        return one.answer();
    }

    private void run() {
        boolean more = true;
        while (more) {
            List<Waiting> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(batch, BATCH_MAX - 1);
            more = !batch.remove(END);
            commit(batch);
        }
    }

    private void commit(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Appended> appended = log.append(batch.stream().map(Waiting::entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(appended.get(i));
            }
        } catch (IOException e) {
            batch.forEach(one -> one.answer().completeExceptionally(e));
        } finally {
            // Whatever ended this thread, nobody waits for an answer that never comes.
            IOException never = new LogRefused("the log could not be written to");
            batch.forEach(one -> one.answer().completeExceptionally(never));
        }
    }

    /** Waits for an answer. */
    static Appended join(CompletableFuture<Appended> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    /** Appends what waits and ends. Entries handed over from now on are refused. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        queue.put(END);
        thread.join();
    }
}
