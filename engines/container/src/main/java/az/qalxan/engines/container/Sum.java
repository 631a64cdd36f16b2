package az.qalxan.engines.container;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What is known of bytes before they are copied.
 *
 * @param crc as ZIP reckons it
 * @param sha256 hexadecimal
 */
public record Sum(long length, int crc, String sha256) {

    private static final int BLOCK = 1 << 20;

    /** Reads the stream to its end; it stays the caller's to close. */
    public static Sum of(InputStream in) throws IOException {
        Counting counting = new Counting();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            counting.add(block, n);
        }
        return counting.sum();
    }

    static Sum of(byte[] bytes) {
        Counting counting = new Counting();
        counting.add(bytes, bytes.length);
        return counting.sum();
    }

    /** Reckons while bytes go by. */
    static final class Counting {

        private final CRC32 crc = new CRC32();
        private final MessageDigest sha256 = sha256();
        private long length;

        void add(byte[] bytes, int count) {
            crc.update(bytes, 0, count);
            sha256.update(bytes, 0, count);
            length += count;
        }

        long length() {
            return length;
        }

        /** To be asked once, at the end. */
        Sum sum() {
            String digest = HexFormat.of().formatHex(sha256.digest());
            return new Sum(length, (int) crc.getValue(), digest);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
