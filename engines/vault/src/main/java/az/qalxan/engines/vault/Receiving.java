package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;

/** One call that adds bytes to an intake whose lock is held. */
final class Receiving {

    /** How much of a channel is written before it is made certain. */
    private static final int CERTAIN_AFTER_CHUNKS = 64;

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
            if (more && closed(now)) {
                return new Appending.Uneven(key.chunkBytes());
            }
            Optional<ByteRange> other =
                    ended() ? Optional.empty() : difference(offset, bytes, again);
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
                Buffers buffers = new Buffers(key.chunkBytes())) {
            Journal now = Journal.read(journal, id);
            if (closed(now)) {
                return new Appending.Uneven(key.chunkBytes());
            }
            try (Writing writing = new Writing(journal, now)) {
                while (true) {
                    byte[] buffer = buffers.take();
                    int read = DigestPass.filled(source, buffer);
                    writing.write(new Gcm.Part(buffer, 0, read), () -> buffers.give(buffer));
                    if (read < buffer.length) {
                        return new Appending.Received(writing.certain());
                    }
                    if (writing.uncertain() >= CERTAIN_AFTER_CHUNKS) {
                        writing.certain();
                    }
                }
            }
        }
    }

    private boolean closed(Journal now) throws IOException {
        return now.received() % key.chunkBytes() != 0 || ended();
    }

    private boolean ended() throws IOException {
        return shelf.files().read(Place.outcome(id), Outcome.RECORD_BYTES_MAX).isPresent();
    }

    /** Where bytes that came again are not what was received. */
    private Optional<ByteRange> difference(long offset, byte[] bytes, int count)
            throws IOException {
        if (count == 0) {
            return Optional.empty();
        }
        try (VaultFiles.Body journal = shelf.files().write(Place.journal(id));
                VaultFiles.Body body = shelf.files().write(path())) {
            long received = Journal.read(journal, id).received();
            FileKey.Pieces pieces = key.new Pieces();
            byte[] open = new byte[key.chunkBytes()];
            for (long chunk = offset / key.chunkBytes();
                    chunk * key.chunkBytes() < offset + count;
                    chunk++) {
                ByteRange range = key.range(chunk, received);
                if (pieces.read(body, chunk, range.length(), open).isEmpty()) {
                    throw new DamagedBytes(range);
                }
                long from = Math.max(offset, range.from());
                long to = Math.min(offset + count, range.end());
                if (!Arrays.equals(
                        open,
                        (int) (from - range.from()),
                        (int) (to - range.from()),
                        bytes,
                        (int) (from - offset),
                        (int) (to - offset))) {
                    return Optional.of(new ByteRange(from, to - from));
                }
            }
            return Optional.empty();
        }
    }

    private Appending written(VaultFiles.Body journal, Journal now, Gcm.Part all)
            throws IOException {
        try (Writing writing = new Writing(journal, now)) {
            for (int done = 0; done < all.length(); done += key.chunkBytes()) {
                int length = Math.min(key.chunkBytes(), all.length() - done);
                writing.write(new Gcm.Part(all.bytes(), all.from() + done, length), () -> {});
            }
            return new Appending.Received(writing.certain());
        }
    }

    private String path() {
        return Place.body(known.owner(), key);
    }

    /**
     * Pieces digested and written side by side. When writing stops in the middle, what was digested
     * is more than what is certain, and is forgotten.
     */
    private final class Writing implements AutoCloseable {

        private final VaultFiles.Body journal;
        private final VaultFiles.Body body;
        private final FileKey.Pieces pieces = key.new Pieces();
        private final boolean digested;
        private Journal certain;
        private long written;

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
            if (digested) {
                known.pass().update(part, taken);
            }
            pieces.write(body, written / key.chunkBytes(), part, shelf.random());
            written += part.length();
            if (!digested) {
                taken.run();
            }
        }

        long uncertain() {
            return (written - certain.received()) / key.chunkBytes();
        }

        long certain() throws IOException {
            if (written > certain.received()) {
                body.sync();
                Journal next = certain.to(written);
                next.write(journal, id);
                certain = next;
            }
            return written;
        }

        @Override
        public void close() throws IOException {
            known.pass().settle();
            if (written > certain.received() || known.pass().length() > certain.received()) {
                passes.forget(id);
            }
            body.close();
        }
    }
}
