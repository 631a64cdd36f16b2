package az.qalxan.engines.plan;

/**
 * Who carries a measure out beside its lead.
 *
 * @param acronym as printed; it may name a class of bodies that has no entry anywhere
 * @param recommended whether the plan only recommends it to that body
 */
public record Executor(String acronym, boolean recommended) {}
