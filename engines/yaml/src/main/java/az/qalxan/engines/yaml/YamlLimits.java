package az.qalxan.engines.yaml;

/**
 * How much of a file is read.
 *
 * @param bytes the most bytes of a file
 * @param depth the most levels of nesting
 * @param nodes the most values
 */
public record YamlLimits(int bytes, int depth, int nodes) {}
