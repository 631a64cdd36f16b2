package az.qalxan.evidence;

import az.qalxan.engines.vault.Digests;
import az.qalxan.engines.vault.StoredId;
import java.time.Instant;

/**
 * The bytes of an exhibit, as they were when they came.
 *
 * @param id where they lie in the vault
 * @param name of the file that they came as
 */
public record StoredBytes(StoredId id, String name, Digests digests, Instant at) {}
