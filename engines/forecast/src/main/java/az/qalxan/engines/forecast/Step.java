package az.qalxan.engines.forecast;

/** What is expected at one coming observation. */
public record Step(double point, double low, double high) {}
