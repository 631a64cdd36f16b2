package az.qalxan.engines.plan;

/** An acronym of the plan's own list and the name that it stands for there. */
public record Acronym(String acronym, String name) {}
