package az.qalxan.engines.detection.indicator;

/**
 * A text that is no value that can be looked for.
 *
 * @param reason for people
 */
public record NoIndicator(String reason) implements ValueRead {}
