package az.qalxan.jurisdiction;

/**
 * A way to reach a body.
 *
 * @param kind code of a channel kind, for example {@code e-mail}
 * @param verified whether somebody has used it and been answered by that body
 */
public record BodyChannel(String kind, String value, boolean verified) {}
