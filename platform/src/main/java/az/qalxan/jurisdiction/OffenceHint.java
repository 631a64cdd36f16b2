package az.qalxan.jurisdiction;

/**
 * An article that may apply; a person decides.
 *
 * @param verified whether the article was read in the official text
 */
public record OffenceHint(String article, boolean verified) {}
