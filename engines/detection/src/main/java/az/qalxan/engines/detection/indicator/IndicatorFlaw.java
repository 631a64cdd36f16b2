package az.qalxan.engines.detection.indicator;

/**
 * A line of a file that is no indicator.
 *
 * @param line from 1
 */
public record IndicatorFlaw(long line, String problem) {}
