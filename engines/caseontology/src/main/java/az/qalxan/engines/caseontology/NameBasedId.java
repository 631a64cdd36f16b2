package az.qalxan.engines.caseontology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562): the same name, the same id, in every graph. */
final class NameBasedId {

    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final long VERSION_5 = 0x5000L;
    private static final long NO_VERSION = 0xffff_ffff_ffff_0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long NO_VARIANT = 0x3fff_ffff_ffff_ffffL;

    private NameBasedId() {}

    static UUID of(String name) {
        ByteBuffer bytes =
                ByteBuffer.wrap(
                        sha1().digest(
                                        ByteBuffer.allocate(
                                                        2 * Long.BYTES
                                                                + name.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)
                                                                        .length)
                                                .putLong(URL.getMostSignificantBits())
                                                .putLong(URL.getLeastSignificantBits())
                                                .put(name.getBytes(StandardCharsets.UTF_8))
                                                .array()));
        return new UUID(
                bytes.getLong() & NO_VERSION | VERSION_5, bytes.getLong() & NO_VARIANT | VARIANT);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
