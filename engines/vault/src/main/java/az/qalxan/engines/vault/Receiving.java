package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** One call that adds bytes to an intake whose lock is held. */
final class Receiving {

    /** How much of a channel is written before it is made certain, while more is. */
    private static final int CERTAIN_AFTER_RUNS = 16;

    private final IntakeId id;
    private final Passes.Known known;
    private final Shelf shelf;
    private final Passes passes;
    private final FileKey key;

    Receiving(IntakeId id, Passes.Known known, Shelf shelf, Passes passes) {
        this.id = id;
        this.known = known;
        this.shelf = shelf;
        this.passes = passes;
        this.key = known.key();
    }

    Appending append(long offset, byte[] bytes) throws IOException {
        try (VaultFiles.Body journal = shelf.files().write(Place.journal(id))) {
            Journal now = Journal.read(journal, id);
            if (offset > now.received()) {
                return new Appending.Gap(now.received());
            }
            int again = (int) Math.min(now.received() - offset, bytes.length);
            boolean more = again < bytes.length;
            boolean ended = ended();
            if (more && (ended || uneven(now))) {
                return new Appending.Uneven(key.chunkBytes());
            }
            Optional<ByteRange> other =
                    ended ? Optional.empty() : difference(offset, bytes, again, now.received());
            if (other.isPresent()) {
                return new Appending.Differs(other.get());
            }
            return more
                    ? written(journal, now, new Gcm.Part(bytes, again, bytes.length - again))
                    : new Appending.Received(now.received());
        }
    }

    Appending append(ReadableByteChannel source) throws IOException {
        try (VaultFiles.Body journal = shelf.files().write(Place.journal(id));
                Buffers buffers = new Buffers(key.runBytes())) {
            Journal now = Journal.read(journal, id);
            if (uneven(now) || ended()) {
                return new Appending.Uneven(key.chunkBytes());
            }
            try (Writing writing = new Writing(journal, now)) {
                while (true) {
                    byte[] buffer = buffers.take();
                    int read = DigestPass.filled(source, buffer);
                    writing.write(new Gcm.Part(buffer, 0, read), () -> buffers.give(buffer));
                    if (read < buffer.length) {
                        writing.settle();
                        return new Appending.Received(writing.certain());
                    }
                    writing.makeCertainAside();
                }
            }
        }
    }

    private boolean uneven(Journal now) {
        return now.received() % key.chunkBytes() != 0;
    }

    private boolean ended() throws IOException {
        return shelf.files().read(Place.outcome(id), Outcome.RECORD_BYTES_MAX).isPresent();
    }

    /** Where bytes that came again are not what was received. */
    private Optional<ByteRange> difference(long offset, byte[] bytes, int count, long received)
            throws IOException {
        if (count == 0) {
            return Optional.empty();
        }
        try (VaultFiles.Body body = shelf.files().write(path())) {
            FileKey.Pieces pieces = key.new Pieces();
            byte[] open = new byte[key.chunkBytes()];
            long at = offset;
            while (at < offset + count) {
                ByteRange piece = key.piece(at, received);
                List<ByteRange> damaged = pieces.read(body, piece, open);
                if (!damaged.isEmpty()) {
                    throw new DamagedBytes(piece);
                }
                long end = Math.min(offset + count, piece.end());
                if (!Arrays.equals(
                        open,
                        (int) (at - piece.from()),
                        (int) (end - piece.from()),
                        bytes,
                        (int) (at - offset),
                        (int) (end - offset))) {
                    return Optional.of(new ByteRange(at, end - at));
                }
                at = end;
            }
            return Optional.empty();
        }
    }

    private Appending written(VaultFiles.Body journal, Journal now, Gcm.Part all)
            throws IOException {
        try (Writing writing = new Writing(journal, now)) {
            for (int done = 0; done < all.length(); done += key.runBytes()) {
                int length = Math.min(key.runBytes(), all.length() - done);
                writing.write(new Gcm.Part(all.bytes(), all.from() + done, length), () -> {});
            }
            return new Appending.Received(writing.certain());
        }
    }

    private String path() {
        return Place.body(known.owner(), key);
    }

    /**
     * Pieces digested and written side by side, and made certain while further ones are written.
     * When writing stops in the middle, what was digested is more than what is certain, and is
     * forgotten.
     */
    private final class Writing implements AutoCloseable {

        private final VaultFiles.Body journal;
        private final VaultFiles.Body body;
        private final FileKey.Pieces pieces = key.new Pieces();
        private final boolean digested;
        private @Nullable FutureTask<Long> aside;
        private Journal certain;
        private volatile long written;

        Writing(VaultFiles.Body journal, Journal now) throws IOException {
            this.journal = journal;
            this.certain = now;
            this.written = now.received();
            this.digested = known.pass().length() == now.received();
            this.body = shelf.files().write(path());
        }

        void write(Gcm.Part part, Runnable taken) throws IOException {
            if (part.length() == 0) {
                return;
            }
            long from = written;
            if (digested) {
                known.pass().update(part, taken);
            }
            pieces.write(body, from / key.chunkBytes(), part, shelf.random());
            written = from + part.length();
            if (!digested) {
                taken.run();
            }
        }

        /**
         * Begins to make certain what is written, if that is much and nothing else is under way.
         */
        void makeCertainAside() throws IOException {
            if (aside != null && aside.isDone()) {
                settle();
            }
            if (aside == null && uncertainRuns() >= CERTAIN_AFTER_RUNS) {
                aside = new FutureTask<>(this::certain);
                Thread.ofPlatform().daemon().name("vault-sync").start(aside);
            }
        }

        private synchronized long uncertainRuns() {
            return (written - certain.received()) / key.runBytes();
        }

        /** Waits for what is under way. */
        void settle() throws IOException {
            FutureTask<Long> task = aside;
            aside = null;
            if (task == null) {
                return;
            }
            boolean interrupted = false;
            while (!task.isDone()) {
                try {
                    task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    break;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (task.state() == Future.State.FAILED) {
                throw new IOException("the disk did not take it", task.exceptionNow());
            }
        }

        synchronized long certain() throws IOException {
            long until = written;
            if (until > certain.received()) {
                body.sync();
                Journal next = certain.to(until);
                next.write(journal, id);
                certain = next;
            }
            return until;
        }

        @Override
        public void close() throws IOException {
            known.pass().settle();
            try {
                settle();
            } finally {
                forgetUncertain();
                body.close();
            }
        }

        private synchronized void forgetUncertain() {
            if (written > certain.received() || known.pass().length() > certain.received()) {
                passes.forget(id);
            }
        }
    }
}
