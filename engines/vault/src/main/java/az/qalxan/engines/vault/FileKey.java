package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file and the layout of its body: pieces of one size, each encrypted by itself and
 * bound to its file and its place, the last one shorter.
 */
record FileKey(UUID file, SecretKeySpec key, int chunkBytes) {

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

    /** What a piece holds of a file of that length. */
    ByteRange range(long chunk, long length) {
        long from = chunk * chunkBytes;
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

    /** Encrypts and decrypts pieces; for one thread. */
    final class Pieces {
        private final Gcm gcm = new Gcm(key);
        private final byte[] closed = new byte[chunkBytes + Gcm.MORE_BYTES];

        void write(VaultFiles.Body body, long chunk, Gcm.Part open, SecureRandom random)
                throws IOException {
            int length = gcm.close(open, bound(chunk), random, closed);
            body.write(place(chunk), ByteBuffer.wrap(closed, 0, length));
        }

        /** Reads a piece of that many bytes; empty when it is not as it was written. */
        Optional<Integer> read(VaultFiles.Body body, long chunk, long length, byte[] into)
                throws IOException {
            int all = (int) length + Gcm.MORE_BYTES;
            int read = body.read(place(chunk), ByteBuffer.wrap(closed, 0, all));
            return read == all
                    ? gcm.open(new Gcm.Part(closed, 0, all), bound(chunk), into)
                    : Optional.empty();
        }
    }
}
