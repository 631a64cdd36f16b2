package az.qalxan.exchange.notice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what two occurrences are the same concern: the same kind of trouble at the same place of the
 * same owner, whichever feed saw it and whenever.
 */
final class ConcernKey {

    private static final String BETWEEN = "\u0000";

    private ConcernKey() {}

    /**
     * The first 128 bits of a digest; {@code owner} is null while nobody is known to own it.
     *
     * @param body that tells the owner
     */
    static UUID of(String body, @Nullable UUID owner, Occurrence seen) {
        Where where = seen.where();
        String all =
                String.join(
                        BETWEEN,
                        body,
                        String.valueOf(owner),
                        seen.type(),
                        seen.identifier(),
                        where.ip() == null ? "" : where.ip().toString(),
                        where.ip() == null || !where.url().isEmpty() ? where.domain() : "",
                        Integer.toString(where.port()),
                        where.url());
        ByteBuffer digest = ByteBuffer.wrap(digest(all.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
