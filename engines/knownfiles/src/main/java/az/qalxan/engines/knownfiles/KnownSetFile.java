package az.qalxan.engines.knownfiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The form of a set's file: magic, width, count, origin, a fan of sums by the first two bytes, the
 * sorted digests without those two bytes, SHA-256 of all before. Numbers are big-endian.
 */
final class KnownSetFile {

    static final byte[] MAGIC = "QKNOWN1\n".getBytes(StandardCharsets.US_ASCII);
    static final int FAN_BYTES = 2;
    static final int FAN = 1 << 8 * FAN_BYTES;
    static final int SUM_BYTES = 32;

    /** Magic, width, count, length of the origin. */
    static final int HEAD_BYTES = 8 + 4 + 8 + 4;

    static final int ORIGIN_BYTES_MAX = 5 * 4 * (KnownOrigin.TEXT_CHARS_MAX + 1);

    private KnownSetFile() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform lacks SHA-256", e);
        }
    }

    static String told(KnownOrigin origin) {
        return String.join(
                "\n",
                origin.name(),
                origin.version(),
                origin.source(),
                origin.licence(),
                origin.builtAt().toString());
    }

    static Optional<KnownOrigin> origin(String told) {
        String[] lines = told.split("\n", -1);
        try {
            return lines.length == 5
                    ? Optional.of(
                            new KnownOrigin(
                                    lines[0],
                                    lines[1],
                                    lines[2],
                                    lines[3],
                                    Instant.parse(lines[4])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
