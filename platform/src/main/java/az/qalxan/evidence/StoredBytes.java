package az.qalxan.evidence;

import java.time.Instant;

/**
 * The bytes of an exhibit, as they were when they came.
 *
 * @param id where they are stored
 * @param name of the file that they came as
 * @param sha256 in hexadecimal digits, as the other digests
 */
public record StoredBytes(
        String id,
        String name,
        String sha256,
        String sha1,
        String md5,
        long length,
        Instant at) {}
