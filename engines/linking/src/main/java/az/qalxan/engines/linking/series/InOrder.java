package az.qalxan.engines.linking.series;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does pieces of work on all processors and hands the results over in the order of the pieces. */
final class InOrder<T> implements AutoCloseable {

    private static final int AHEAD = 4;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads);
    private final Queue<Future<T>> open = new ArrayDeque<>();
    private final Taker<T> taker;

    /** Takes a result, in the thread that adds the pieces. */
    @FunctionalInterface
    interface Taker<T> {
        void take(T result) throws IOException;
    }

    InOrder(Taker<T> taker) {
        this.taker = taker;
    }

    void add(Callable<T> piece) throws IOException {
        open.add(workers.submit(piece));
        if (open.size() > AHEAD * threads) {
            takeNext();
        }
    }

    /** Waits for the pieces that are left. */
    void finish() throws IOException {
        while (!open.isEmpty()) {
            takeNext();
        }
    }

    private void takeNext() throws IOException {
        try {
            taker.take(open.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The batch was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("A piece of the batch failed.", e.getCause());
        }
    }

    @Override
    public void close() {
        open.forEach(piece -> piece.cancel(false));
        workers.close();
    }
}
