package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file and the layout of its body: pieces of one size, each encrypted by itself and
 * bound to its file and its place, the last one shorter.
 */
record FileKey(UUID file, SecretKeySpec key, int chunkBytes) {

    private static final int RUN_CHUNKS = 16;

    long chunks(long length) {
        return (length + chunkBytes - 1) / chunkBytes;
    }

    /** Where a piece begins in the body. */
    long place(long chunk) {
        return chunk * (chunkBytes + Gcm.MORE_BYTES);
    }

    /** How long the body of a file of that length is. */
    long bodyLength(long length) {
        return length + chunks(length) * Gcm.MORE_BYTES;
    }

    /** The piece of a file of that length that holds the byte at an offset. */
    ByteRange piece(long offset, long length) {
        long from = offset / chunkBytes * chunkBytes;
        return new ByteRange(from, Math.min(chunkBytes, length - from));
    }

    private byte[] bound(long chunk) {
        return ByteBuffer.allocate(28)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(chunk)
                .putInt(chunkBytes)
                .array();
    }

    /** How many bytes go to the disk at once. */
    int runBytes() {
        return chunkBytes * RUN_CHUNKS;
    }

    /** Encrypts and decrypts pieces, a run of them at once; for one thread. */
    final class Pieces {

        private final int closedBytes = chunkBytes + Gcm.MORE_BYTES;
        private final Gcm gcm = new Gcm(key);
        private final byte[] closed = new byte[closedBytes * RUN_CHUNKS];

        /** Writes pieces from that one on, as many as a run holds. */
        void write(VaultFiles.Body body, long first, Gcm.Part open, SecureRandom random)
                throws IOException {
            int at = 0;
            for (int done = 0; done < open.length(); done += chunkBytes) {
                int length = Math.min(chunkBytes, open.length() - done);
                Gcm.Part piece = new Gcm.Part(open.bytes(), open.from() + done, length);
                byte[] bound = bound(first + done / chunkBytes);
                at += gcm.close(piece, bound, random, new Gcm.Part(closed, at, closedBytes));
            }
            body.write(place(first), ByteBuffer.wrap(closed, 0, at));
        }

        /** Reads the pieces of a range, which begins with one; answers those that are damaged. */
        List<ByteRange> read(VaultFiles.Body body, ByteRange range, byte[] into)
                throws IOException {
            long first = range.from() / chunkBytes;
            int wanted = (int) bodyLength(range.length());
            int read = body.read(place(first), ByteBuffer.wrap(closed, 0, wanted));
            List<ByteRange> damaged = new ArrayList<>();
            for (int done = 0; done < range.length(); done += chunkBytes) {
                int length = (int) Math.min(chunkBytes, range.length() - done);
                int at = done / chunkBytes * closedBytes;
                int end = at + length + Gcm.MORE_BYTES;
                boolean whole =
                        end <= read
                                && gcm.open(
                                        new Gcm.Part(closed, at, end - at),
                                        bound(first + done / chunkBytes),
                                        new Gcm.Part(into, done, length));
                if (!whole) {
                    damaged.add(new ByteRange(range.from() + done, length));
                }
            }
            return damaged;
        }
    }
}
