package az.qalxan.engines.vault;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A few arrays that go round. */
final class Buffers implements AutoCloseable {

    private static final int COUNT = 8;

    private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();

    Buffers(int bytes) {
        for (int i = 0; i < COUNT; i++) {
            free.add(new byte[bytes]);
        }
    }

    byte[] take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return free.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void give(byte[] buffer) {
        free.add(buffer);
    }

    @Override
    public void close() {
        free.clear();
    }
}
