package az.qalxan.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One output for work that is done at the same time: what each part writes comes in the order of
 * the parts, and who is not yet due waits once it has written much.
 */
final class Turns implements AutoCloseable {

    private static final int WAITING_BYTES_MAX = 4 << 20;
    private static final int BUFFER_BYTES = 64 << 10;

    private final OutputStream out;
    private int given;
    private int due;

    Turns(OutputStream out) {
        this.out = out;
    }

    /** The output of the next part; the part must close it. */
    OutputStream next() {
        return new Turn(given++);
    }

    private synchronized void await(int number) throws IOException {
        try {
            while (due != number) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the output", e);
        }
    }

    private synchronized boolean due(int number) {
        return due == number;
    }

    private synchronized void pass() {
        due++;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private final class Turn extends OutputStream {

        private final int number;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(BUFFER_BYTES);

        Turn(int number) {
            this.number = number;
        }

        @Override
        public void write(int one) throws IOException {
            waiting.write(one);
            given();
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            waiting.write(bytes, from, count);
            given();
        }

        private void given() throws IOException {
            if (waiting.size() >= BUFFER_BYTES && due(number)
                    || waiting.size() >= WAITING_BYTES_MAX) {
                pour();
            }
        }

        private void pour() throws IOException {
            await(number);
            waiting.writeTo(out);
            waiting.reset();
        }

        @Override
        public void close() throws IOException {
            pour();
            pass();
        }
    }
}
