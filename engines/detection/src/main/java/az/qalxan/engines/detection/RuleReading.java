package az.qalxan.engines.detection;

/**
 * What reading a file needs everywhere.
 *
 * @param flaws where to put what is wrong
 */
record RuleReading(String file, Flaws flaws, Placeholders placeholders) {}
