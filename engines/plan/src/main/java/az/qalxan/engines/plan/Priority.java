package az.qalxan.engines.plan;

/**
 * A priority of a plan.
 *
 * @param title empty where the wording is not known
 * @param planTitle its title in the plan's table, which may differ; the same where it does not
 */
public record Priority(int number, String title, String planTitle) {}
