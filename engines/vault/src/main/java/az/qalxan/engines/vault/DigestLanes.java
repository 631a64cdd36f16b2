package az.qalxan.engines.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that digest: in each lane one for MD5, which is slow, and one for SHA-1 and SHA-256. A
 * lane takes what it is given in order.
 */
final class DigestLanes implements AutoCloseable {

    /** One stream's two threads. */
    record Lane(ExecutorService slow, ExecutorService fast) {}

    private final List<Lane> lanes = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    DigestLanes() {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(thread("md5"), thread("sha")));
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("digest-" + name).factory());
    }

    Lane lane() {
        return lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
    }

    @Override
    public void close() {
        for (Lane lane : lanes) {
            lane.slow().shutdown();
            lane.fast().shutdown();
        }
    }
}
