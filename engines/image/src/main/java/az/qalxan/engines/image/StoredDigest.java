package az.qalxan.engines.image;

/**
 * A digest that the image says its media has.
 *
 * @param hex in lower case
 * @param file where it is stored
 * @param offset and at which byte of that file
 */
public record StoredDigest(DigestKind kind, String hex, String file, long offset) {}
