package az.qalxan.jurisdiction;

/**
 * A standing duty of a body, whoever fills it.
 *
 * @param code unique within the body
 * @param verified whether the duty was read in the source it names
 */
public record BodyPost(String code, Words title, Words duty, boolean verified, Words source) {}
