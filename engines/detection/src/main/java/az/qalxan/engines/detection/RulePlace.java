package az.qalxan.engines.detection;

/**
 * Where a rule begins.
 *
 * @param file as the reader was told
 * @param line 1-based
 */
public record RulePlace(String file, int line) {}
