package az.qalxan.evidence;

import java.time.Instant;

/**
 * A seal and how it was last seen.
 *
 * @param words what was seen; may be empty
 */
public record Seal(String number, SealState state, String words, Instant at, String author) {}
