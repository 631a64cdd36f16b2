package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills blocks with several threads and hands them to takers, each of which gets them in order. A
 * thread that finds a block waiting for a taker carries it on, otherwise it fills the next one, so
 * all cores are busy whatever costs more.
 */
final class Relay {

    /** Gets every block in order, each on whatever thread. */
    interface Taker {
        void take(Block block) throws IOException;
    }

    private static final int AHEAD_PER_THREAD = 4;
    private static final long STOPPED = -1;

    private final BlockSource source;
    private final List<Taker> takers;
    private final int threads;
    private final Map<Long, Block> filled = new HashMap<>();
    private final long[] taken;
    private final boolean[] busy;
    private long given;
    private boolean exhausted;
    private volatile Optional<IOException> failed = Optional.empty();

    Relay(BlockSource source, List<Taker> takers, int threads) {
        this.source = source;
        this.takers = List.copyOf(takers);
        this.threads = threads;
        this.taken = new long[takers.size()];
        this.busy = new boolean[takers.size()];
    }

    /** Returns when every taker had every block. */
    void run() throws IOException, InterruptedException {
        List<Thread> started = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                started.add(Thread.ofPlatform().name("image-" + i).daemon().start(this::work));
            }
            for (Thread thread : started) {
                thread.join();
            }
        } catch (InterruptedException e) {
            started.forEach(Thread::interrupt);
            throw e;
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
        if (given == STOPPED) {
            throw new IllegalStateException("a thread ended before the image did");
        }
    }

    private sealed interface Job {

        record Fill(long number, Block block) implements Job {}

        record Take(int taker, Block block) implements Job {}

        record Nothing() implements Job {}
    }

    private void work() {
        boolean done = false;
        try (Inflation inflation = new Inflation()) {
            done = carry(inflation);
        } catch (IOException e) {
            failed = Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    private boolean carry(Inflation inflation) throws IOException, InterruptedException {
        while (true) {
            switch (job()) {
                case Job.Fill(long number, Block block) -> {
                    source.fill(block, inflation);
                    filled(number, block);
                }
                case Job.Take(int taker, Block block) -> {
                    takers.get(taker).take(block);
                    taken(taker);
                }
                case Job.Nothing() -> {
                    return true;
                }
            }
        }
    }

    private synchronized void stop() {
        filled.clear();
        given = STOPPED;
        notifyAll();
    }

    private synchronized Job job() throws InterruptedException {
        while (true) {
            if (given == STOPPED) {
                return new Job.Nothing();
            }
            for (int taker = 0; taker < taken.length; taker++) {
                Block block = busy[taker] ? null : filled.get(taken[taker]);
                if (block != null) {
                    busy[taker] = true;
                    return new Job.Take(taker, block);
                }
            }
            if (!exhausted && given - done() < (long) threads * AHEAD_PER_THREAD) {
                Optional<Block> block = source.next();
                if (block.isPresent()) {
                    return new Job.Fill(given++, block.get());
                }
                exhausted = true;
            }
            if (exhausted && done() == given) {
                notifyAll();
                return new Job.Nothing();
            }
            wait();
        }
    }

    /** How many blocks every taker had. */
    private long done() {
        long least = given;
        for (long count : taken) {
            least = Math.min(least, count);
        }
        return least;
    }

    private synchronized void filled(long number, Block block) {
        if (given != STOPPED) {
            filled.put(number, block);
        }
        notifyAll();
    }

    private synchronized void taken(int taker) {
        busy[taker] = false;
        taken[taker]++;
        Block gone = filled.remove(done() - 1);
        if (gone != null) {
            source.release(gone);
        }
        notifyAll();
    }
}
