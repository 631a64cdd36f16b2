package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SHA-256, SHA-1 and MD5 of one stream in one pass on two cores, while the caller goes on. For one
 * caller at a time.
 */
public final class DigestPass {

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int UNDER_WAY_MAX = 16;

    private final DigestLanes.Lane lane;
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest md5 = digest("MD5");
    private final Semaphore free = new Semaphore(2 * UNDER_WAY_MAX);
    private long length;

    DigestPass(DigestLanes lanes) {
        this.lane = lanes.lane();
    }

    /** The digests of everything that the channel gives. */
    public static Digests of(ReadableByteChannel source) throws IOException {
        try (DigestLanes lanes = new DigestLanes();
                Buffers buffers = new Buffers(BLOCK_BYTES)) {
            DigestPass pass = new DigestPass(lanes);
            while (true) {
                byte[] buffer = buffers.take();
                int read = filled(source, buffer);
                pass.update(new Gcm.Part(buffer, 0, read), () -> buffers.give(buffer));
                if (read < buffer.length) {
                    return pass.digests();
                }
            }
        }
    }

    static int filled(ReadableByteChannel source, byte[] buffer) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        while (into.hasRemaining() && source.read(into) >= 0) {
            // until the buffer is full or the source ends
        }
        return into.position();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no " + name + " in this Java", e);
        }
    }

    long length() {
        return length;
    }

    /** Takes the bytes next; they must stay as they are until {@code taken} runs. */
    void update(Gcm.Part part, Runnable taken) {
        free.acquireUninterruptibly(2);
        length += part.length();
        AtomicInteger open = new AtomicInteger(2);
        lane.slow().execute(() -> take(part, taken, open, md5));
        lane.fast().execute(() -> take(part, taken, open, sha1, sha256));
    }

    private void take(Gcm.Part part, Runnable taken, AtomicInteger open, MessageDigest... digests) {
        for (MessageDigest one : digests) {
            one.update(part.bytes(), part.from(), part.length());
        }
        if (open.decrementAndGet() == 0) {
            taken.run();
        }
        free.release();
    }

    /** Waits until everything so far is taken. */
    void settle() {
        free.acquireUninterruptibly(2 * UNDER_WAY_MAX);
        free.release(2 * UNDER_WAY_MAX);
    }

    /** Ends the pass. */
    Digests digests() {
        settle();
        HexFormat hex = HexFormat.of();
        return new Digests(
                hex.formatHex(sha256.digest()),
                hex.formatHex(sha1.digest()),
                hex.formatHex(md5.digest()),
                length);
    }
}
