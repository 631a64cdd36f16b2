package az.qalxan.engines.forecast;

/** A method's mean absolute error over all past origins and steps, in the unit of the series. */
public record MethodScore(Method method, double error) {}
